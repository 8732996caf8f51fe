"""What a job is to the person who looks at it, with tracking's applications in it, on every adapter."""

from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.api.models import ViewerState
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob
from careercopilot.modules.jobs.api.use_cases.jobs import ListJobs, ViewJob
from careercopilot.modules.jobs.api.use_cases.saved_jobs import ListSavedJobs, SaveJob
from careercopilot.modules.tracking.api.models import ApplicationStatus, NewApplication
from careercopilot.modules.tracking.api.use_cases.applications import (
    CreateApplication,
    DeleteApplication,
    MoveApplication,
    ReopenApplication,
)
from tests.support.job_catalogue import CatalogueOf, an_entry


class Desk:
    """A person who looks at a job, saves it and applies for it; every call in a scope of its own."""

    def __init__(self, container: AsyncContainer, job_id: UUID) -> None:
        self._container = container
        self._job_id = job_id
        self.user_id = new_id()

    async def save(self) -> None:
        async with self._container() as scope:
            await (await scope.get(SaveJob))(self.user_id, NewSavedJob(job_id=self._job_id))

    async def apply(self) -> UUID:
        async with self._container() as scope:
            create: CreateApplication = await scope.get(CreateApplication)
            new = NewApplication(job_id=self._job_id, status=ApplicationStatus.APPLIED)
            return (await create(self.user_id, new)).id

    async def move(self, application_id: UUID, to: ApplicationStatus) -> None:
        async with self._container() as scope:
            await (await scope.get(MoveApplication))(self.user_id, application_id, to)

    async def reopen(self, application_id: UUID) -> None:
        async with self._container() as scope:
            await (await scope.get(ReopenApplication))(self.user_id, application_id)

    async def delete(self, application_id: UUID) -> None:
        async with self._container() as scope:
            await (await scope.get(DeleteApplication))(self.user_id, application_id)

    async def sees(self) -> ViewerState:
        """Return what the person sees of the job, which is the same alone, in the list and among what they keep."""
        async with self._container() as scope:
            alone = (await (await scope.get(ViewJob))(self.user_id, self._job_id)).viewer
            listed = (await (await scope.get(ListJobs))(self.user_id, JobQuery(), PageRequest())).page.items
            kept = (await (await scope.get(ListSavedJobs))(self.user_id, None, PageRequest())).items
        shown = {alone, *(card.viewer for card in listed), *(saved.job.viewer for saved in kept)}
        assert len(listed) == 1
        assert len(shown) == 1
        assert len(kept) == int(alone.saved)
        (state,) = shown
        assert isinstance(state, ViewerState)
        return state


@pytest.fixture
async def desk(container: AsyncContainer) -> Desk:
    (job_id,) = await CatalogueOf(container).add(an_entry())
    return Desk(container, job_id)


async def test_a_job_knows_that_it_is_saved_and_applied_for(desk: Desk) -> None:
    assert await desk.sees() == ViewerState()
    await desk.save()
    assert await desk.sees() == ViewerState(saved=True)
    application_id = await desk.apply()
    assert await desk.sees() == ViewerState(saved=True, application_id=application_id)


async def test_an_application_that_ended_leaves_room_for_another(desk: Desk) -> None:
    application_id = await desk.apply()
    await desk.move(application_id, ApplicationStatus.REJECTED)
    assert (await desk.sees()).application_id is None
    again = await desk.apply()
    assert (await desk.sees()).application_id == again


async def test_one_that_was_reopened_is_known_again(desk: Desk) -> None:
    application_id = await desk.apply()
    await desk.move(application_id, ApplicationStatus.WITHDRAWN)
    await desk.reopen(application_id)
    assert (await desk.sees()).application_id == application_id


async def test_one_that_was_deleted_is_not_known(desk: Desk) -> None:
    await desk.save()
    await desk.delete(await desk.apply())
    assert await desk.sees() == ViewerState(saved=True)


async def test_others_see_nothing_of_it(container: AsyncContainer) -> None:
    (job_id,) = await CatalogueOf(container).add(an_entry())
    robin, kim = Desk(container, job_id), Desk(container, job_id)
    await robin.save()
    await robin.apply()
    assert await kim.sees() == ViewerState()
