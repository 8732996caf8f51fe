"""Saved searches held against what arrives: everything is told once, nothing is lost."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob
from careercopilot.modules.jobs.api.use_cases.saved_searches import DeleteSavedSearch, ViewSavedSearch
from careercopilot.modules.jobs.handlers.search_looking import SearchLooking
from careercopilot.modules.jobs.ports.arrivals import Arrivals
from careercopilot.modules.jobs.ports.erasure import Erasure
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository
from tests.support.alerts import Alerts
from tests.support.clock import FixedClock
from tests.support.job_catalogue import an_entry

DAILY, WEEKLY, NEVER = AlertFrequency.DAILY, AlertFrequency.WEEKLY, AlertFrequency.NEVER


async def test_what_arrives_is_told_at_once_and_once(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    search = await alerts.save(viewer, q="gardener", name="Gardens")
    older, _, newer = await alerts.arrive(
        an_entry("Head Gardener", days_ago=3), an_entry("Cook"), an_entry("Gardener", days_ago=1)
    )

    [told] = await alerts.heard()

    assert (told.aggregate_id, told.aggregate_version, told.user_id) == (search.id, 2, viewer)
    assert (told.name, told.frequency) == ("Gardens", "instant")
    assert (told.job_ids, told.total) == ((newer, older), 2)
    assert await alerts.heard() == []
    async with alerts.container() as scope:
        seen = await (await scope.get(ViewSavedSearch))(viewer, search.id)
    assert (seen.last_matched_at, seen.version, seen.updated_at) == (clock.now(), 2, search.updated_at)


async def test_what_was_there_before_is_not_told(alerts: Alerts, viewer: UUID) -> None:
    await alerts.arrive(an_entry("Gardener"))
    await alerts.save(viewer, q="gardener")
    assert await alerts.heard() == []


async def test_at_most_fifty_are_named_and_all_are_counted(alerts: Alerts, viewer: UUID) -> None:
    await alerts.save(viewer, q="gardener")
    jobs = await alerts.arrive(*(an_entry("Gardener", days_ago=number) for number in range(53)))
    [told] = await alerts.heard()
    assert (told.job_ids, told.total) == (tuple(jobs[:50]), 53)


async def test_hidden_closed_and_other_peoples_jobs_are_not_told(alerts: Alerts, viewer: UUID) -> None:
    await alerts.save(viewer, q="gardener")
    await alerts.save(stranger := new_id(), q="gardener")
    closed = an_entry("Gardener")
    hidden, own, _ = await alerts.arrive(an_entry("Gardener"), an_entry("Gardener"), closed)
    await alerts.catalogue.owned(own, viewer)
    await alerts.catalogue.close(closed)
    async with alerts.container() as scope:
        await (await scope.get(HideJob))(viewer, hidden)

    told = {event.user_id: event.job_ids for event in await alerts.heard()}

    assert told == {viewer: (own,), stranger: (hidden,)}


async def test_a_job_that_is_open_again_has_arrived_again(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    await alerts.save(viewer, q="gardener")
    [job] = await alerts.arrive(an_entry("Gardener"))
    await alerts.heard()
    clock.advance(timedelta(hours=1))

    await alerts.note(await alerts.arrival(reopened=[job]))

    assert [event.job_ids for event in await alerts.heard()] == [(job,)]


async def test_doubled_and_reordered_events_tell_nothing_twice(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    await alerts.save(viewer, q="gardener")
    [job] = await alerts.catalogue.add(an_entry("Gardener"))
    new = await alerts.arrival(new=[job])
    clock.advance(timedelta(hours=1))
    again = await alerts.arrival(reopened=[job])

    await alerts.note(again, again)
    assert [event.job_ids for event in await alerts.heard()] == [(job,)]
    await alerts.note(new)
    await alerts.note(again, new, again)
    assert await alerts.heard() == []


async def test_a_run_that_dies_has_told_nothing_and_another_looks_again(
    alerts: Alerts, viewer: UUID, clock: FixedClock
) -> None:
    await alerts.save(viewer, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    await _take(alerts.container, clock)  # and never settle

    assert await alerts.heard() == []
    clock.advance(timedelta(minutes=5, seconds=1))
    assert len(await alerts.heard()) == 1


async def test_a_run_that_is_overtaken_tells_nothing(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    await alerts.save(viewer, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    async with alerts.container() as scope:
        searches: SavedSearchRepository = await scope.get(SavedSearchRepository)
        looking = await scope.get(SearchLooking)
        slow = new_id()
        async with await scope.get(UnitOfWork) as unit_of_work:
            upto = await (await scope.get(Arrivals)).newest()
            taken = await searches.take_due(slow, clock.now(), clock.now() + timedelta(minutes=5), upto, 10)
            await unit_of_work.commit()
        looked = await looking.look(taken, upto, clock.now())
        clock.advance(timedelta(minutes=6))
        assert len(await alerts.heard()) == 1
        async with await scope.get(UnitOfWork):
            assert len(looked.found) == 1
            assert await searches.settle(looked.searches, slow) == frozenset()


async def test_matchers_at_once_tell_each_match_once(alerts: Alerts) -> None:
    people = [new_id() for _ in range(60)]
    for person in people:
        await alerts.save(person, q="gardener")
    await alerts.arrive(an_entry("Gardener"))

    done = await asyncio.gather(*(alerts.match() for _ in range(4)))

    told = await alerts.told()
    assert sorted(event.user_id for event in told) == sorted(people)
    assert sum(one.told for one in done) == sum(one.looked for one in done) == 60


async def test_a_change_holds_for_what_was_not_looked_at(alerts: Alerts, viewer: UUID) -> None:
    search = await alerts.save(viewer, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    await alerts.heard()
    [_, cook] = await alerts.arrive(an_entry("Gardener"), an_entry("Cook"))

    await alerts.edit(viewer, search.id, filters={"q": "cook"}, name="Kitchens")

    assert [(event.name, event.job_ids) for event in await alerts.heard()] == [("Kitchens", (cook,))]


async def test_a_change_while_a_run_looks_is_what_counts(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    search = await alerts.save(viewer, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    await _take(alerts.container, clock)

    await alerts.edit(viewer, search.id, frequency=NEVER)

    clock.advance(timedelta(minutes=6))
    assert await alerts.heard() == []


async def test_one_that_was_never_told_begins_anew(alerts: Alerts, viewer: UUID) -> None:
    search = await alerts.save(viewer, NEVER, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    assert (await alerts.match()).looked == 0

    await alerts.edit(viewer, search.id, frequency=AlertFrequency.INSTANT)

    assert await alerts.heard() == []
    [job] = await alerts.arrive(an_entry("Gardener"))
    assert [event.job_ids for event in await alerts.heard()] == [(job,)]


async def test_a_deleted_search_is_told_of_no_more(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    search = await alerts.save(viewer, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    await _take(alerts.container, clock)
    async with alerts.container() as scope:
        await (await scope.get(DeleteSavedSearch))(viewer, search.id)
    clock.advance(timedelta(minutes=6))
    assert await alerts.heard() == []


async def test_mornings_are_those_where_the_person_lives(alerts: Alerts, clock: FixedClock) -> None:
    berlin, tokyo = await alerts.somebody("Europe/Berlin"), await alerts.somebody("Asia/Tokyo")
    for person in (berlin, tokyo):
        await alerts.save(person, DAILY, q="gardener")
    first = await alerts.arrive(an_entry("Gardener", days_ago=1))
    second = await alerts.arrive(an_entry("Gardener"))
    assert await alerts.heard() == []

    clock.advance(datetime(2026, 3, 2, 23, 0, tzinfo=UTC) - clock.now())
    [in_tokyo] = await alerts.heard()
    clock.advance(timedelta(hours=8))
    [in_berlin] = await alerts.heard()

    assert (in_tokyo.user_id, in_berlin.user_id) == (tokyo, berlin)
    assert in_tokyo.job_ids == in_berlin.job_ids == (*second, *first)
    assert in_berlin.frequency == "daily"


async def test_a_morning_without_arrivals_passes_and_the_next_one_tells(alerts: Alerts, clock: FixedClock) -> None:
    await alerts.save(await alerts.somebody(), DAILY, q="gardener")
    clock.advance(timedelta(days=1))
    assert (await alerts.match()).looked == 1
    await alerts.arrive(an_entry("Gardener"))
    assert await alerts.heard() == []
    clock.advance(timedelta(days=1))
    assert len(await alerts.heard()) == 1


async def test_a_week_is_told_on_monday(alerts: Alerts, clock: FixedClock) -> None:
    await alerts.save(await alerts.somebody(), WEEKLY, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    clock.advance(timedelta(days=6))
    assert await alerts.heard() == []
    clock.advance(timedelta(days=1))
    assert [event.frequency for event in await alerts.heard()] == ["weekly"]


async def test_from_daily_to_instant_tells_at_once_what_waited(alerts: Alerts) -> None:
    person = await alerts.somebody()
    search = await alerts.save(person, DAILY, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    await alerts.edit(person, search.id, frequency=AlertFrequency.INSTANT)
    assert len(await alerts.heard()) == 1


async def test_somebody_who_was_erased_is_told_nothing(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    await alerts.save(viewer, q="gardener")
    await alerts.arrive(an_entry("Gardener"))
    await _erase(alerts.container, viewer, clock)
    assert (await alerts.match()).looked == 0

    await alerts.save(viewer, q="gardener")  # by a request that was on its way
    await alerts.arrive(an_entry("Gardener"))
    assert await alerts.heard() == []


async def _take(container: AsyncContainer, clock: FixedClock) -> None:
    async with container() as scope:
        searches: SavedSearchRepository = await scope.get(SavedSearchRepository)
        async with await scope.get(UnitOfWork) as unit_of_work:
            upto = await (await scope.get(Arrivals)).newest()
            until = clock.now() + timedelta(minutes=5)
            assert await searches.take_due(new_id(), clock.now(), until, upto, 10)
            await unit_of_work.commit()


async def _erase(container: AsyncContainer, user: UUID, clock: FixedClock) -> None:
    async with container() as scope:
        erasure: Erasure = await scope.get(Erasure)
        async with await scope.get(UnitOfWork) as unit_of_work:
            await erasure.erase(user, clock.now())
            await unit_of_work.commit()
