"""Hearing, rebuilding and forgetting, from what tracking and jobs tell to the rows, on both kinds of adapters."""

from collections.abc import AsyncIterator

import pytest

from careercopilot.kernel.events import Envelope
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.insights.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.insights.handlers.erase_person import ErasePerson
from careercopilot.modules.tracking.api.models import ApplicationChanges, ApplicationStatus
from careercopilot.modules.tracking.api.use_cases.applications import DeleteApplication, EditApplication
from careercopilot.modules.tracking.api.use_cases.histories import ReadHistories, SummariseApplications
from tests.support.clock import START
from tests.support.insights import World, a_world


@pytest.fixture(params=["memory", "postgres"])
def address(request: pytest.FixtureRequest) -> str | None:
    """Where the database is, if it is a real one."""
    return request.getfixturevalue("database_url") if request.param == "postgres" else None


@pytest.fixture
async def world(address: str | None) -> AsyncIterator[World]:
    async with a_world(address) as world:
        yield world


async def test_an_opening_that_closed_before_its_application_was_heard_of_is_closed(world: World) -> None:
    await world.show(0, 1)
    await world.create(0, 0)
    heard_late = await world.drain()
    await world.show(1)
    await world.hear(await world.drain())
    await world.hear(heard_late)
    (record,) = (await world.call(CollectPersonalRecords, world.people[0]))["applications"]
    assert record.opening_open is False
    await world.show(0, 1)
    await world.hear(await world.drain())
    (record,) = (await world.call(CollectPersonalRecords, world.people[0]))["applications"]
    assert record.opening_open is True


async def test_a_rebuild_pages_through_everything_and_removes_what_is_not_there(world: World) -> None:
    for number in range(5):
        await world.create(number % 2, title=f"Gardener {number}")
    await world.hear(await world.drain())
    expected = await world.rows()
    victim = world.applications[2]
    await world.call(DeleteApplication, *victim)
    report = await world.rebuild()
    assert (report.applications, report.steps, report.removed) == (4, 4, 1)
    assert len(await world.rows()) == len(expected) - 1  # its step; the id stays, so that nothing late brings it back
    await world.hear(world.told)
    assert len(await world.rows(deleted=False)) == len(expected) - 2
    assert (await world.rebuild()).removed == 0


async def test_histories_come_in_pages_and_tell_what_the_events_told(world: World) -> None:
    ids = sorted([await world.create(0), await world.create(1), await world.create(0)])
    await world.call(EditApplication, *world.applications[0], ApplicationChanges(status=ApplicationStatus.APPLIED))
    first = await world.call(ReadHistories, None, 2)
    rest = await world.call(ReadHistories, first[-1].id, 2)
    assert [history.id for history in (*first, *rest)] == ids
    moved = next(history for history in (*first, *rest) if history.id == world.applications[0][1])
    assert [step.version for step in moved.steps] == [1, 2]
    assert (moved.status, moved.version, moved.since) == (ApplicationStatus.APPLIED, 2, world.clock.now())
    names = await world.call(SummariseApplications, world.people[0], ids)
    assert set(names) == {application for person, application in world.applications if person == world.people[0]}


async def test_nothing_late_brings_an_erased_person_back(world: World) -> None:
    await world.show(0)
    await world.create(0, 0)
    await world.create(1)
    await world.hear(await world.drain())
    async with world.container() as scope, await scope.get(UnitOfWork) as uow:
        erase = await scope.get(ErasePerson)
        await erase([Envelope(new_id(), START, UserErased(aggregate_id=world.people[0]))])
        await uow.commit()
    await world.hear(world.told)
    await world.rebuild()
    records = await world.call(CollectPersonalRecords, world.people[0])
    assert records == {"applications": [], "steps": []}
    assert len((await world.call(CollectPersonalRecords, world.people[1]))["applications"]) == 1
