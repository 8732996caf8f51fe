"""Reading a catalogue, in memory and on PostgreSQL."""

from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobList, JobQuery
from careercopilot.modules.jobs.api.use_cases.jobs import ListJobs
from tests.support.job_catalogue import CatalogueOf, Search


@pytest.fixture
def catalogue(container: AsyncContainer) -> CatalogueOf:
    return CatalogueOf(container)


@pytest.fixture
def viewer() -> UUID:
    return new_id()


@pytest.fixture
def search(container: AsyncContainer, viewer: UUID) -> Search:
    async def ask(page: PageRequest | None = None, by: UUID | None = None, **asked: Any) -> JobList:
        async with container() as scope:
            list_jobs: ListJobs = await scope.get(ListJobs)
            return await list_jobs(by or viewer, JobQuery(**asked), page or PageRequest())

    return ask
