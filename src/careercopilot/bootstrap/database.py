"""Finding the database, and bringing it up to date."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from careercopilot.adapters.postgres.migrations.revision import NEWEST, current_revision
from careercopilot.bootstrap.local_database import EmbeddedPostgres
from careercopilot.bootstrap.settings import Settings


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[str]:
    """Give the URL of the database: the configured one, or the data directory's own, started when nobody runs it."""
    if settings.database_url is not None:
        yield settings.database_url.get_secret_value()
        return
    server = EmbeddedPostgres(settings.data_dir)
    url = await asyncio.to_thread(server.acquire)
    try:
        yield url
    finally:
        await asyncio.to_thread(server.release)


async def bring_up_to_date(url: str) -> None:
    """Migrate to the newest revision, unless the database is there already."""
    if await current_revision(url) != NEWEST:
        # Alembic takes half a second to import, and only few starts have anything for it to do.
        from careercopilot.adapters.postgres.migrations.runner import migrate  # noqa: PLC0415

        await migrate(url)


async def migrate_database(settings: Settings, revision: str = "head") -> tuple[str | None, str | None]:
    """Bring the database to a revision; return the one before and after."""
    from careercopilot.adapters.postgres.migrations.runner import migrate  # noqa: PLC0415 - as above

    async with open_database(settings) as url:
        return await migrate(url, revision)
