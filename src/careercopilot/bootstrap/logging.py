"""Logging: structlog for everything, to standard error, as console lines or JSON."""

import logging
import sys
from collections.abc import Mapping, MutableMapping
from types import NoneType
from typing import Any

import structlog

from careercopilot.bootstrap.settings import Settings

_SECRET_PARTS = ("password", "secret", "token", "authorization", "cookie", "api_key", "credential", "email")
_HIDDEN = "[hidden]"
_HARMLESS = (bool, int, float, NoneType)  # how many tokens, whether an e-mail was sent
# Never with local variables, which hold passwords and other people's lives.
_JSON_TRACES = structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False))
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
    return {name: _shown(name, value) for name, value in entry.items()}


def _shown(name: str, value: object) -> object:
    """Return what of a value may be seen; what was logged stays as it is, it may be in use elsewhere."""
    if any(part in name.lower() for part in _SECRET_PARTS) and not isinstance(value, _HARMLESS):
        return _HIDDEN
    if isinstance(value, Mapping):
        return {key: _shown(str(key), inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        shown = (_shown(name, inner) for inner in value)
        return tuple(shown) if isinstance(value, tuple) else list(shown)
    return value


def _formatter(settings: Settings, shared: list[structlog.typing.Processor]) -> logging.Formatter:
    last: list[structlog.typing.Processor]
    if settings.log_format == "json":
        last = [_JSON_TRACES, structlog.processors.JSONRenderer()]
    else:
        plain = structlog.dev.plain_traceback
        last = [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
