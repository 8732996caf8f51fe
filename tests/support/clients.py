"""A client of the application, on the test's own event loop, so that its requests can overlap."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from httpx import ASGITransport, AsyncClient
from litestar import Litestar


@asynccontextmanager
async def client_of(app: Litestar) -> AsyncIterator[AsyncClient]:
    """Start the application and give a client; what the application raises is raised in the test."""
    transport = ASGITransport(app)  # type: ignore[arg-type] # the framework types its messages more narrowly
    async with started(app), AsyncClient(transport=transport, base_url="http://testserver.local") as client:
        yield client


@asynccontextmanager
async def started(app: Litestar) -> AsyncIterator[None]:
    """Start and stop in a task of its own, since a fixture may begin in one task and end in another."""
    up, down = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.lifespan():
            up.set()
            await down.wait()

    living = asyncio.create_task(live())
    waiting = asyncio.create_task(up.wait())
    await asyncio.wait({living, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if not up.is_set():
        waiting.cancel()
        await living
    yield
    down.set()
    await living
