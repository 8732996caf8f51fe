"""Brings a database to a revision."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from careercopilot.adapters.postgres.core.engines import driver_url

_LOCK = 0x0CA4EE4  # the advisory lock that lets one process migrate at a time


async def migrate(url: str, revision: str = "head") -> tuple[str | None, str | None]:
    """Bring the database to ``revision`` ("head", "base", or a number); return the one before and after.

    Safe to call from several processes at once: they wait for each other. One transaction: all or nothing.
    """
    engine = create_async_engine(driver_url(url), poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(_migrate, revision)
    finally:
        await engine.dispose()


def newest_revision() -> str:
    """Return the revision that this version of the program needs."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def _migrate(connection: Connection, revision: str) -> tuple[str | None, str | None]:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    connection.execute(text("CREATE SCHEMA IF NOT EXISTS core"))
    before = _current(connection)
    if revision == "head" and before == newest_revision():
        return before, before
    config = _config()
    config.attributes["connection"] = connection
    going_down = revision == "base" or (before is not None and revision != "head" and revision < before)
    (command.downgrade if going_down else command.upgrade)(config, revision)
    return before, _current(connection)


def _current(connection: Connection) -> str | None:
    table = connection.execute(text("SELECT to_regclass('core.schema_version')")).scalar()
    if table is None:
        return None
    return connection.execute(text("SELECT version_num FROM core.schema_version")).scalar()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config
