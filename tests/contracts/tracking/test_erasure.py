"""What forgetting a person, and telling them what is held about them, promises in tracking, on every adapter."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.models import ApplicationStatus
from careercopilot.modules.tracking.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository
from careercopilot.modules.tracking.ports.erasure import Erasure
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews
from tests.support.applications import SOMEBODY, SOMEBODY_ELSE, an_application
from tests.support.clock import START


async def kept(container: AsyncContainer, *applications: Application) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        for application in applications:
            await (await scope.get(ApplicationRepository)).add(application)
        await uow.commit()


async def erase(container: AsyncContainer, user_id: UUID, *, commit: bool = True) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(Erasure)).erase(user_id, START)
        if commit:
            await uow.commit()


async def records_of(container: AsyncContainer, user_id: UUID) -> Mapping[str, Sequence[object]]:
    async with container() as scope:
        collect: CollectPersonalRecords = await scope.get(CollectPersonalRecords)
        return await collect(user_id)


async def erased_among(container: AsyncContainer, *people: UUID) -> frozenset[UUID]:
    async with container() as scope, await scope.get(UnitOfWork):
        erasure: Erasure = await scope.get(Erasure)
        return await erasure.erased_among(people)


async def test_applications_go_with_their_timelines(container: AsyncContainer) -> None:
    mine, archived = an_application(notes="Ask for Kim."), an_application(archived=True)
    await kept(container, mine, archived)
    await erase(container, SOMEBODY)
    assert await records_of(container, SOMEBODY) == {"applications": [], "timelines": []}
    async with container() as scope:
        assert (await (await scope.get(TimelineViews)).page(mine.id, PageRequest())).items == ()


async def test_others_stay(container: AsyncContainer) -> None:
    await kept(container, an_application(), an_application(SOMEBODY_ELSE))
    await erase(container, SOMEBODY)
    records = await records_of(container, SOMEBODY_ELSE)
    assert {kind: len(found) for kind, found in records.items()} == {"applications": 1, "timelines": 1}


async def test_the_id_stays_as_a_tombstone(container: AsyncContainer) -> None:
    nobody = new_id()
    assert await erased_among(container, SOMEBODY, nobody) == frozenset()
    await erase(container, SOMEBODY)
    await erase(container, SOMEBODY)
    assert await erased_among(container, SOMEBODY, nobody) == {SOMEBODY}


async def test_what_was_not_committed_did_not_happen(container: AsyncContainer) -> None:
    await kept(container, an_application())
    await erase(container, SOMEBODY, commit=False)
    assert await erased_among(container, SOMEBODY) == frozenset()
    assert len((await records_of(container, SOMEBODY))["applications"]) == 1


async def test_what_came_after_the_erasure_goes_with_the_next(container: AsyncContainer) -> None:
    await erase(container, SOMEBODY)
    await kept(container, an_application())
    await erase(container, SOMEBODY)
    assert (await records_of(container, SOMEBODY))["applications"] == []


async def test_all_of_it_is_told_in_the_order_in_which_it_was_begun(container: AsyncContainer) -> None:
    first, second = an_application(title="First"), an_application(title="Second", archived=True)
    first.move(ApplicationStatus.APPLIED, START + timedelta(minutes=1), None, "By post.")
    await kept(container, first, second, an_application(SOMEBODY_ELSE, title="Not mine"))
    records = await records_of(container, SOMEBODY)
    assert [(a.id, a.title) for a in records["applications"]] == [(first.id, "First"), (second.id, "Second")]  # type: ignore[attr-defined]
    timelines = {t.application_id: [e.note for e in t.entries] for t in records["timelines"]}  # type: ignore[attr-defined]
    assert timelines == {first.id: [None, "By post."], second.id: [None]}
