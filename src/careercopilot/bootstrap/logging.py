"""Logging: structlog for everything, to standard error, as console lines or JSON."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from careercopilot.bootstrap.settings import Settings

_SECRET_PARTS = ("password", "secret", "token", "authorization", "cookie", "api_key", "credential", "email")
_HIDDEN = "[hidden]"
_NOISY = (
    "httpx",
    "httpcore",
    "alembic",
    "asyncio",
    "taskiq",
    "sqlalchemy",
    "careercopilot.adapters.postgres.core.engines",
)


def configure_logging(settings: Settings) -> None:
    """Send structlog's and the standard library's records the same way. Can be called again."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        hide_secrets,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(settings, [structlog.stdlib.add_logger_name, *shared]))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    for name in _NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    logging.getLogger("uvicorn").setLevel(max(logging.WARNING, root.level))


def hide_secrets(_logger: object, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace every value whose name says that it is secret or personal, however deep it lies."""
    for name, value in entry.items():
        if any(part in name.lower() for part in _SECRET_PARTS) and isinstance(value, str | bytes):
            entry[name] = _HIDDEN
        elif isinstance(value, dict):
            hide_secrets(_logger, _method, value)
    return entry


def _formatter(settings: Settings, shared: list[structlog.typing.Processor]) -> logging.Formatter:
    last: list[structlog.typing.Processor]
    if settings.log_format == "json":
        last = [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    else:
        last = [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
