"""A client of the application, on the test's own event loop, so that its requests can overlap."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from httpx import ASGITransport, AsyncClient
from litestar import Litestar


@asynccontextmanager
async def client_of(app: Litestar) -> AsyncIterator[AsyncClient]:
    """Start the application and give a client; what the application raises is raised in the test."""
    async with app.lifespan(), AsyncClient(transport=ASGITransport(app), base_url="http://testserver.local") as client:
        yield client
