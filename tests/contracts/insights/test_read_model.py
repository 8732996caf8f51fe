"""The read model keeps what it is given, and counts it per person, on both kinds of adapters."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.insights.api.models import ApplicationStatus as S
from careercopilot.modules.insights.api.models import StepKind
from careercopilot.modules.insights.domain.figures import Reason
from careercopilot.modules.insights.domain.tracked_application import State, Step, TrackedApplication
from careercopilot.modules.insights.ports.arrivals import Arrivals, ArrivedJobs
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.insight_views import InsightViews
from careercopilot.modules.insights.ports.read_model import ReadModel
from careercopilot.modules.insights.ports.tracked_applications import TrackedApplications
from tests.support.clock import START

DAY = timedelta(days=1)
ROBIN, KIM = UUID(int=1), UUID(int=2)


def tracked(
    user_id: UUID = ROBIN,
    status: S = S.APPLIED,
    *,
    since: datetime = START,
    applied_at: datetime | None = START,
    archived: bool = False,
    **facts: Any,
) -> TrackedApplication:
    state = State(version=3, status=status, since=since, applied_at=applied_at, archived=archived)
    return TrackedApplication(id=new_id(), user_id=user_id, version=3, state=state, created_at=START, **facts)


def step_of(application: TrackedApplication, version: int = 1, at: datetime = START) -> Step:
    return Step(
        application_id=application.id,
        user_id=application.user_id,
        version=version,
        kind=StepKind.MOVED,
        from_status=S.SAVED,
        to_status=S.APPLIED,
        at=at,
    )


async def save(container: AsyncContainer, *applications: TrackedApplication, steps: Sequence[Step] = ()) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(ReadModel)).hold()
        await (await scope.get(TrackedApplications)).save(applications, steps)
        await uow.commit()


async def find(container: AsyncContainer, *ids: UUID) -> dict[UUID, TrackedApplication]:
    async with container() as scope, await scope.get(UnitOfWork):
        return dict(await (await scope.get(TrackedApplications)).find(ids))


async def views(container: AsyncContainer) -> InsightViews:
    async with container() as scope:
        found: InsightViews = await scope.get(InsightViews)
        return found


async def test_what_is_saved_is_found_as_it_was(container: AsyncContainer) -> None:
    whole = tracked(job_id=new_id(), first_response_at=START, interview=True, offer=True, opening_open=False)
    bare = tracked(status=S.SAVED, applied_at=None)
    gone = tracked()
    gone.delete(4)
    await save(container, whole, bare, gone)
    found = await find(container, whole.id, bare.id, gone.id, new_id())
    assert found == {one.id: one for one in (whole, bare, gone)}
    whole.hear_opening(is_open=True)
    await save(container, whole)
    assert (await find(container, whole.id))[whole.id].opening_open is True


async def test_a_step_is_stored_once_and_a_deleted_application_has_none(container: AsyncContainer) -> None:
    kept, gone = tracked(), tracked()
    await save(container, kept, gone, steps=[step_of(kept), step_of(kept), step_of(gone)])
    await save(container, kept, steps=[step_of(kept), step_of(kept, 2)])
    gone.delete(4)
    await save(container, gone, steps=[step_of(gone, 2)])
    steps = await (await views(container)).steps(ROBIN, None, 10)
    assert [(step.application_id, step.version) for step in steps] == [(kept.id, 1), (kept.id, 2)]


async def test_replacing_takes_the_steps_given_and_no_others(container: AsyncContainer) -> None:
    one = tracked()
    await save(container, one, steps=[step_of(one, 1), step_of(one, 2)])
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(TrackedApplications)).replace([one], [step_of(one, 3)])
        await uow.commit()
    assert [step.version for step in await (await views(container)).steps(ROBIN, None, 10)] == [3]


async def test_forgetting_others_within_a_range_leaves_what_lies_outside_of_it(container: AsyncContainer) -> None:
    before, kept, other, last, after = (tracked(job_id=new_id(), opening_open=True) for _ in range(5))
    await save(container, before, kept, other, last, after, steps=[step_of(other), step_of(kept)])
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        applications = await scope.get(TrackedApplications)
        assert await applications.forget_others(before.id, last.id, [kept.id]) == 2
        assert await applications.forget_others(before.id, last.id, [kept.id]) == 0
        await uow.commit()
    other.delete(other.version)
    last.delete(last.version)
    found = await find(container, before.id, kept.id, other.id, last.id, after.id)
    assert found == {one.id: one for one in (before, kept, other, last, after)}
    assert [step.application_id for step in await (await views(container)).steps(ROBIN, None, 10)] == [kept.id]
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        assert await (await scope.get(TrackedApplications)).forget_others(None, None, []) == 3
        await uow.commit()


async def test_openings_are_known_wherever_an_application_points_at_one(container: AsyncContainer) -> None:
    shared, lone, unknown = new_id(), new_id(), new_id()
    mine, theirs, other = tracked(job_id=shared), tracked(KIM, job_id=shared), tracked(job_id=lone, opening_open=True)
    await save(container, mine, theirs, other, tracked())
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        applications = await scope.get(TrackedApplications)
        assert await applications.jobs_among([shared, lone, unknown]) == {shared, lone}
        await applications.set_openings({shared: False, lone: True, unknown: True})
        await uow.commit()
    found = await find(container, mine.id, theirs.id, other.id)
    assert [found[one.id].opening_open for one in (mine, theirs, other)] == [False, False, True]


async def test_a_tally_counts_the_persons_own_and_nothing_deleted(container: AsyncContainer) -> None:
    gone = tracked()
    gone.delete(4)
    old = tracked(status=S.REJECTED, applied_at=START - 30 * DAY, first_response_at=START)
    old.created_at = START - 30 * DAY
    answered = tracked(status=S.OFFER, archived=True, first_response_at=START, interview=True, offer=True)
    await save(container, gone, old, answered, tracked(), tracked(status=S.SAVED, applied_at=None), tracked(KIM))
    tally = await (await views(container)).tally(ROBIN, START - 7 * DAY)
    assert {k: v for k, v in tally.by_status.items() if v} == {S.REJECTED: 1, S.OFFER: 1, S.APPLIED: 1, S.SAVED: 1}
    assert {k: v for k, v in tally.active.items() if v} == {S.REJECTED: 1, S.APPLIED: 1, S.SAVED: 1}
    assert (tally.total, tally.live, tally.sent) == (4, 2, 3)
    assert (tally.responses, tally.interviews, tally.offers) == (2, 1, 1)
    assert (tally.added_lately, tally.sent_lately) == (3, 2)
    assert (await (await views(container)).tally(new_id(), START)).total == 0


async def test_those_that_wait_are_told_by_reason_the_longest_first(container: AsyncContainer) -> None:
    long_ago = START - 20 * DAY
    older, stale = tracked(since=long_ago - DAY), tracked(status=S.SAVED, since=long_ago, applied_at=None)
    offer = tracked(status=S.OFFER, since=long_ago, job_id=new_id(), opening_open=False)
    closed = tracked(job_id=new_id(), opening_open=False)
    ended = tracked(status=S.WITHDRAWN, since=long_ago, job_id=new_id(), opening_open=False)
    silent = tracked(status=S.GHOSTED, since=long_ago)
    hidden = tracked(since=long_ago, archived=True)
    await save(container, older, stale, offer, closed, ended, silent, hidden, tracked(), tracked(KIM, since=long_ago))
    waiting = await (await views(container)).waiting(ROBIN, START - 14 * DAY, 10)
    by_reason = {reason: [one.application_id for one in waiting if one.reason is reason] for reason in Reason}
    assert by_reason == {
        Reason.STALE: [older.id, stale.id],
        Reason.OFFER_PENDING: [offer.id],
        Reason.OPENING_CLOSED: [offer.id, closed.id],
    }
    few = await (await views(container)).waiting(ROBIN, START - 14 * DAY, 1)
    assert [(one.reason, one.together) for one in few if one.reason is Reason.STALE] == [(Reason.STALE, 2)]


async def test_the_latest_steps_stand_first(container: AsyncContainer) -> None:
    mine, theirs = tracked(), tracked(KIM)
    steps = [step_of(mine, 1, START), step_of(mine, 2, START + DAY), step_of(mine, 3, START + DAY)]
    await save(container, mine, theirs, steps=[*steps, step_of(theirs)])
    latest = await (await views(container)).latest_steps(ROBIN, 2)
    assert [step.version for step in latest] == [3, 2]


async def test_arrivals_are_counted_since_a_moment_and_cleared_by_board(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    rows = [ArrivedJobs(new_id(), one, START, 3), ArrivedJobs(new_id(), two, START - 2 * DAY, 4)]
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        arrivals, model = await scope.get(Arrivals), await scope.get(ReadModel)
        await arrivals.add([*rows, ArrivedJobs(new_id(), two, START - 9 * DAY, 5)])
        await arrivals.add(rows)
        await model.advance(START)
        await model.advance(START - DAY)
        await uow.commit()
    news = await (await views(container)).news(START - DAY, START - 7 * DAY)
    assert (news.last_day, news.last_week, news.as_of) == (3, 7, START)
    for boards, left in (([one], 4), (None, 0)):
        async with container() as scope, await scope.get(UnitOfWork) as uow:
            await (await scope.get(Arrivals)).clear(START - 8 * DAY, boards)
            await uow.commit()
        assert (await (await views(container)).news(START, START - 30 * DAY)).last_week == left


async def test_records_come_in_pages_and_are_the_persons_own(container: AsyncContainer) -> None:
    mine = sorted((tracked() for _ in range(3)), key=lambda one: one.id)
    await save(container, *mine, tracked(KIM), steps=[step_of(one, version) for one in mine for version in (1, 2)])
    reader = await views(container)
    first = await reader.applications(ROBIN, None, 2)
    rest = await reader.applications(ROBIN, first[-1].application_id, 2)
    assert [one.application_id for one in (*first, *rest)] == [one.id for one in mine]
    after = await reader.steps(ROBIN, (mine[0].id, 1), 10)
    assert [(step.application_id, step.version) for step in after][:2] == [(mine[0].id, 2), (mine[1].id, 1)]
    assert len(after) == 5


async def test_an_erased_person_is_gone_and_remembered(container: AsyncContainer) -> None:
    gone, other = tracked(), tracked(KIM)
    dead = tracked()
    dead.delete(4)
    await save(container, gone, other, dead, steps=[step_of(gone), step_of(other)])
    for _ in range(2):
        async with container() as scope, await scope.get(UnitOfWork) as uow:
            await (await scope.get(Erasure)).erase(ROBIN, START)
            await uow.commit()
    assert set(await find(container, gone.id, other.id, dead.id)) == {other.id}
    assert await (await views(container)).steps(ROBIN, None, 10) == []
    assert len(await (await views(container)).steps(KIM, None, 10)) == 1
    async with container() as scope, await scope.get(UnitOfWork):
        erasure = await scope.get(Erasure)
        assert await erasure.erased_among([ROBIN, KIM]) == {ROBIN}
        assert await erasure.erased_among([]) == frozenset()
