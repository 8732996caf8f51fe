"""Opening the product for one process: find its database, bring it up to date, wire everything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from dishka import AsyncContainer

from careercopilot.adapters.postgres.migrations.revision import NEWEST, current_revision
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.local_database import EmbeddedPostgres
from careercopilot.bootstrap.secret_key import with_secret_key
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


@asynccontextmanager
async def open_container(settings: Settings) -> AsyncIterator[AsyncContainer]:
    """Wire everything on the migrated database; all of it is closed on leaving."""
    async with open_database(settings) as url:
        await bring_up_to_date(url)
        container = postgres_container(with_secret_key(settings), url)
        try:
            yield container
        finally:
            await container.close()


async def migrate_database(settings: Settings, revision: str = "head") -> tuple[str | None, str | None]:
    """Bring the database to a revision; return the one before and after."""
    from careercopilot.adapters.postgres.migrations.runner import migrate  # noqa: PLC0415 - see bring_up_to_date

    async with open_database(settings) as url:
        return await migrate(url, revision)


async def bring_up_to_date(url: str) -> None:
    """Migrate to the newest revision, unless the database is there already."""
    if await current_revision(url) != NEWEST:
        # Alembic takes half a second to import, and only few starts have anything for it to do.
        from careercopilot.adapters.postgres.migrations.runner import migrate  # noqa: PLC0415

        await migrate(url)
