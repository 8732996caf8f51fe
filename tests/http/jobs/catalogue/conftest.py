"""Somebody who is signed in and looks at jobs."""

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from tests.support.job_catalogue import CatalogueOf
from tests.support.people import sign_up


@pytest.fixture
def catalogue(memory_container: AsyncContainer) -> CatalogueOf:
    return CatalogueOf(memory_container)


@pytest.fixture
async def reader(http: AsyncClient) -> AsyncClient:
    """The client, signed in."""
    _, headers = await sign_up(http)
    http.headers.update(headers)
    return http
