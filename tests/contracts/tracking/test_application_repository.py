import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import NotFound, PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.errors import AlreadyApplied
from careercopilot.modules.tracking.api.models import (
    ApplicationChanges,
    ApplicationPriority,
    ApplicationStatus,
    EntryKind,
    SalaryExpectation,
)
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews
from tests.support.applications import SOMEBODY, SOMEBODY_ELSE, an_application
from tests.support.clock import START


async def added(container: AsyncContainer, application: Application) -> Application:
    """Store a new application and return it as the next unit of work would get it."""
    async with container() as scope:
        applications = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork) as uow:
            await applications.add(application)
            await uow.commit()
    return replace(application, entries=[], events=[])


async def stored(container: AsyncContainer, application: Application) -> Application:
    async with container() as scope:
        applications: ApplicationRepository = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork):
            return await applications.get(application.user_id, application.id)


async def saved(container: AsyncContainer, application: Application) -> None:
    async with container() as scope:
        applications = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork) as uow:
            await applications.save(application)
            await uow.commit()


async def removed(container: AsyncContainer, application: Application) -> None:
    async with container() as scope:
        applications = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork) as uow:
            await applications.remove(application)
            await uow.commit()


async def timeline(container: AsyncContainer, application: Application) -> list[EntryKind]:
    async with container() as scope:
        views = await scope.get(TimelineViews)
        return [entry.kind for entry in (await views.page(application.id, PageRequest())).items]


async def test_everything_comes_back_as_it_was_added(container: AsyncContainer) -> None:
    full = an_application(
        job_id=new_id(),
        title="Gärtner 🌷",
        url="https://tulip.example/a?b=%20",
        status=ApplicationStatus.REJECTED,
        stage_label="Trial day",
        priority=ApplicationPriority.HIGH,
        source="a friend",
        applied_at=START - timedelta(days=3, microseconds=1),
        next_action_at=START + timedelta(days=3),
        salary_expectation=SalaryExpectation(min=41_000.5, currency="EUR"),
        resume_version_id=new_id(),
        cover_letter_id=new_id(),
        notes="two\nlines, 'quoted' \\ and %",
        tags=("Sea", 'with "quotes", {braces}'),
        archived=True,
    )
    bare = an_application()
    for application in (full, bare):
        await added(container, application)
        assert await stored(container, application) == application


async def test_changes_come_back_with_the_timeline_grown(container: AsyncContainer) -> None:
    application = await added(container, an_application(job_id=new_id()))
    again = await stored(container, application)
    again.move(ApplicationStatus.APPLIED, START)
    await saved(container, again)
    once_more = await stored(container, application)
    assert once_more == again
    once_more.edit(ApplicationChanges(notes="hello"), START)
    await saved(container, once_more)
    assert await timeline(container, application) == [EntryKind.CREATED, EntryKind.MOVED, EntryKind.NOTES_EDITED]


async def test_what_is_not_committed_is_not_stored(container: AsyncContainer) -> None:
    application = an_application()
    async with container() as scope:
        applications = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork):
            await applications.add(application)
    with pytest.raises(NotFound):
        await stored(container, application)
    assert await timeline(container, application) == []


async def test_another_persons_application_is_not_found(container: AsyncContainer) -> None:
    application = await added(container, an_application(user_id=SOMEBODY))
    async with container() as scope:
        applications = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork):
            for identifier in (application.id, new_id()):
                with pytest.raises(NotFound) as refused:
                    await applications.get(SOMEBODY_ELSE, identifier)
                assert refused.value.details == {"resource": "application", "id": str(identifier)}


async def test_a_second_live_application_for_a_job_is_refused_with_the_others_id(container: AsyncContainer) -> None:
    job_id = new_id()
    first = await added(container, an_application(job_id=job_id))
    with pytest.raises(AlreadyApplied) as refused:
        await added(container, an_application(job_id=job_id))
    assert refused.value.details == {"resource": "application", "id": str(first.id)}


async def test_others_jobs_people_and_ends_do_not_stand_in_the_way(container: AsyncContainer) -> None:
    job_id = new_id()
    ended = await added(container, an_application(job_id=job_id))
    ended.move(ApplicationStatus.WITHDRAWN, START)
    await saved(container, ended)
    for application in (
        an_application(job_id=job_id),
        an_application(job_id=job_id, status=ApplicationStatus.DECLINED),
        an_application(job_id=job_id, user_id=SOMEBODY_ELSE),
        an_application(job_id=new_id()),
        an_application(),
        an_application(),
    ):
        await added(container, application)


async def test_reopening_beside_a_live_one_is_refused_with_the_others_id(container: AsyncContainer) -> None:
    job_id = new_id()
    ended = await added(container, an_application(job_id=job_id, status=ApplicationStatus.REJECTED))
    live = await added(container, an_application(job_id=job_id))
    ended.reopen(START)
    with pytest.raises(AlreadyApplied) as refused:
        await saved(container, ended)
    assert refused.value.details["id"] == str(live.id)
    await removed(container, live)
    await saved(container, ended)


async def test_a_change_of_what_another_changed_before_is_refused(container: AsyncContainer) -> None:
    application = await added(container, an_application())
    early, late = await stored(container, application), await stored(container, application)
    early.move(ApplicationStatus.APPLIED, START)
    await saved(container, early)
    with pytest.raises(PreconditionFailed):
        await removed(container, late)
    late.move(ApplicationStatus.WITHDRAWN, START)
    with pytest.raises(PreconditionFailed):
        await saved(container, late)
    assert await stored(container, application) == early


async def test_removing_takes_the_timeline_along(container: AsyncContainer) -> None:
    application = await added(container, an_application())
    await removed(container, application)
    with pytest.raises(NotFound):
        await stored(container, application)
    assert await timeline(container, application) == []


async def test_of_twenty_at_once_for_one_job_one_is_stored_and_all_others_learn_which(
    container: AsyncContainer,
) -> None:
    job_id = new_id()

    async def attempt() -> UUID | AlreadyApplied:
        try:
            return (await added(container, an_application(job_id=job_id))).id
        except AlreadyApplied as refused:
            return refused

    outcomes = await asyncio.gather(*(attempt() for _ in range(20)))
    stored_ids = [outcome for outcome in outcomes if isinstance(outcome, UUID)]
    refusals = [outcome.details["id"] for outcome in outcomes if isinstance(outcome, AlreadyApplied)]
    assert len(stored_ids) == 1
    assert refusals == [str(stored_ids[0])] * 19


async def test_of_many_at_once_who_reopen_for_one_job_one_succeeds(container: AsyncContainer) -> None:
    job_id = new_id()
    rejected = [an_application(job_id=job_id, status=ApplicationStatus.REJECTED) for _ in range(8)]
    ended = [await added(container, application) for application in rejected]
    for application in ended:
        application.reopen(START)

    async def attempt(application: Application) -> bool:
        try:
            await saved(container, application)
        except AlreadyApplied:
            return False
        return True

    assert sum(await asyncio.gather(*(attempt(application) for application in ended))) == 1


async def test_steps_of_one_application_at_once_wait_for_each_other(container: AsyncContainer) -> None:
    application = await added(container, an_application())

    async def edit(number: int) -> None:
        async with container() as scope:
            applications = await scope.get(ApplicationRepository)
            async with await scope.get(UnitOfWork) as uow:
                mine = await applications.get(application.user_id, application.id)
                mine.edit(ApplicationChanges(notes=f"note {number}"), START)
                await applications.save(mine)
                await uow.commit()

    await asyncio.gather(*(edit(number) for number in range(8)))
    assert (await stored(container, application)).version == 9
    assert len(await timeline(container, application)) == 9
