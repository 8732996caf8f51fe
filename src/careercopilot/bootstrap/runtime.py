"""Opening the product for one process: find its database, bring it up to date, wire everything."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from dishka import AsyncContainer

from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.database import bring_up_to_date, open_database
from careercopilot.bootstrap.secret_key import with_secret_key
from careercopilot.bootstrap.settings import Settings


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
