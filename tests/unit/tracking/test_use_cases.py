import asyncio
from datetime import timedelta

import pytest

from careercopilot.kernel.errors import InvalidInput, NotFound, PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.tracking.api.errors import AlreadyApplied, InvalidTransition
from careercopilot.modules.tracking.api.models import ApplicationChanges, ApplicationFilters, EntryKind, NewApplication
from careercopilot.modules.tracking.api.models import ApplicationStatus as S
from tests.support.applications import SOMEBODY, SOMEBODY_ELSE, KnownJobs, new_application
from tests.support.clock import FixedClock
from tests.unit.tracking.desk import Desk


async def test_the_facts_of_a_job_are_copied(desk: Desk, jobs: KnownJobs) -> None:
    created = await desk.create(SOMEBODY, NewApplication(job_id=jobs.add()))
    facts = (created.title, created.company, created.url, created.source)
    assert facts == ("Lighthouse keeper", "Harbour Board", "https://jobs.example.org/keeper", "greenhouse")


async def test_what_the_person_gives_stands_before_what_the_job_says(desk: Desk, jobs: KnownJobs) -> None:
    created = await desk.create(SOMEBODY, NewApplication(job_id=jobs.add(), title="Keeper (north tower)"))
    assert (created.title, created.company) == ("Keeper (north tower)", "Harbour Board")


async def test_a_jobs_odd_facts_do_not_stand_in_the_way(desk: Desk, jobs: KnownJobs) -> None:
    job_id = jobs.add(title="t" * 400, url="mailto:jobs@example.org")
    created = await desk.create(SOMEBODY, NewApplication(job_id=job_id))
    assert (len(created.title), created.url) == (300, None)


async def test_an_unknown_job_is_not_found(desk: Desk) -> None:
    job_id = new_id()
    with pytest.raises(NotFound) as refused:
        await desk.create(SOMEBODY, NewApplication(job_id=job_id))
    assert refused.value.details == {"resource": "job", "id": str(job_id)}


@pytest.mark.parametrize("given", [{}, {"title": "Gardener"}, {"company": "Tulip"}])
async def test_without_a_job_title_and_company_are_needed(desk: Desk, given: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        await desk.create(SOMEBODY, NewApplication(**given))  # type: ignore[arg-type]


async def test_twenty_at_once_for_one_job_make_one_application(desk: Desk, jobs: KnownJobs) -> None:
    new = NewApplication(job_id=jobs.add())
    outcomes = await asyncio.gather(*(desk.create(SOMEBODY, new) for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(outcome, AlreadyApplied) for outcome in outcomes) == 19
    assert (await desk.list(SOMEBODY, ApplicationFilters(), PageRequest())).total == 1


async def test_every_change_is_told_with_its_version(desk: Desk) -> None:
    created = await desk.create(SOMEBODY, new_application())
    await desk.move(SOMEBODY, created.id, S.APPLIED)
    await desk.edit(SOMEBODY, created.id, ApplicationChanges(notes="called them"))
    await desk.edit(SOMEBODY, created.id, ApplicationChanges(status=S.REJECTED))
    await desk.reopen(SOMEBODY, created.id)
    await desk.delete(SOMEBODY, created.id)
    assert desk.told(created.id) == [
        ("tracking.application-created.v1", 1),
        ("tracking.application-moved.v1", 2),
        ("tracking.application-submitted.v1", 2),
        ("tracking.application-edited.v1", 3),
        ("tracking.application-moved.v1", 4),
        ("tracking.application-moved.v1", 5),
        ("tracking.application-deleted.v1", 6),
    ]


async def test_what_is_refused_is_neither_stored_nor_told(desk: Desk) -> None:
    created = await desk.create(SOMEBODY, new_application())
    with pytest.raises(InvalidTransition):
        await desk.move(SOMEBODY, created.id, S.OFFER)
    with pytest.raises(PreconditionFailed):
        await desk.delete(SOMEBODY, created.id, expected_version=7)
    assert await desk.view(SOMEBODY, created.id) == created
    assert len(desk.told(created.id)) == 1


async def test_an_edit_without_effect_stores_and_tells_nothing(desk: Desk, clock: FixedClock) -> None:
    created = await desk.create(SOMEBODY, new_application())
    clock.advance(timedelta(hours=1))
    assert await desk.edit(SOMEBODY, created.id, ApplicationChanges(title="Gardener")) == created


async def test_the_answer_to_a_change_is_what_a_reader_sees_next(desk: Desk, clock: FixedClock) -> None:
    created = await desk.create(SOMEBODY, new_application(tags=("b", "a")))
    clock.advance(timedelta(days=1))
    moved = await desk.move(SOMEBODY, created.id, S.APPLIED, at=clock.now() - timedelta(hours=30), note="by post")
    assert moved == await desk.view(SOMEBODY, created.id)
    assert (moved.version, moved.days_in_status) == (2, 1)


async def test_another_persons_application_is_not_found_by_any_use_case(desk: Desk) -> None:
    theirs = (await desk.create(SOMEBODY_ELSE, new_application())).id
    for attempt in (
        desk.view(SOMEBODY, theirs),
        desk.edit(SOMEBODY, theirs, ApplicationChanges(notes="mine")),
        desk.move(SOMEBODY, theirs, S.APPLIED),
        desk.reopen(SOMEBODY, theirs),
        desk.delete(SOMEBODY, theirs),
        desk.timeline(SOMEBODY, theirs, PageRequest()),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert (await desk.view(SOMEBODY_ELSE, theirs)).version == 1


async def test_the_timeline_is_gone_with_the_application(desk: Desk) -> None:
    created = await desk.create(SOMEBODY, new_application())
    shown = await desk.timeline(SOMEBODY, created.id, PageRequest())
    assert [entry.kind for entry in shown.items] == [EntryKind.CREATED]
    await desk.delete(SOMEBODY, created.id)
    with pytest.raises(NotFound):
        await desk.timeline(SOMEBODY, created.id, PageRequest())


async def test_live_applications_are_found_by_job_for_those_below(desk: Desk, jobs: KnownJobs) -> None:
    job_id = jobs.add()
    created = await desk.create(SOMEBODY, NewApplication(job_id=job_id))
    assert await desk.find(SOMEBODY, [job_id, new_id()]) == {job_id: created.id}
    assert await desk.find(SOMEBODY, []) == {}
    with pytest.raises(InvalidInput):
        await desk.find(SOMEBODY, [new_id()] * 501)


@pytest.mark.parametrize("filters", [{"q": "w" * 1_001}, {"tag": "t\0"}, {"company": "c" * 301}])
async def test_filters_beyond_the_limits_are_refused(desk: Desk, filters: dict[str, str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        await desk.list(SOMEBODY, ApplicationFilters(**filters), PageRequest())  # type: ignore[arg-type]
    assert refused.value.details["field"] in filters
