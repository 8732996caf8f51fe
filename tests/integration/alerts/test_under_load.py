"""Many noting arrivals and several matching at once, on PostgreSQL: everything is told, and once."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from tests.support.alerts import Alerts
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres
from tests.support.job_catalogue import an_entry

NOTING, MATCHING, PEOPLE = 4, 3, 60
BATCHES, EACH = 12, 4  # all together no more than one event names


@pytest.mark.timeout(60)
async def test_each_arrival_is_told_once_to_each_search(
    postgres_container: AsyncContainer, database_url: str, clock: FixedClock
) -> None:
    """The matchers are processes of their own, as far as the database can tell."""
    alerts = Alerts(postgres_container)
    others = [on_postgres(database_url, clock) for _ in range(MATCHING)]
    searches = [await alerts.save(new_id(), q="gardener") for _ in range(PEOPLE)]
    jobs = await alerts.catalogue.add(*(an_entry("Gardener") for _ in range(BATCHES * EACH)))
    arriving = [jobs[start : start + EACH] for start in range(0, len(jobs), EACH)]
    done = asyncio.Event()

    async def note() -> None:
        while arriving:
            envelope = await alerts.arrival(new=arriving.pop())
            await alerts.note(envelope, envelope)
            await alerts.note(envelope)

    async def match(container: AsyncContainer) -> None:
        while not done.is_set():
            await Alerts(container).match()

    matching = [asyncio.create_task(match(container)) for container in others]
    await asyncio.gather(*(note() for _ in range(NOTING)))
    done.set()
    await asyncio.gather(*matching)
    clock.advance(timedelta(minutes=6))
    await alerts.match()

    told = await alerts.told()
    heard = Counter[tuple[UUID, UUID]]((event.aggregate_id, job) for event in told for job in event.job_ids)
    assert heard == Counter((search.id, job) for search in searches for job in jobs)
    versions = Counter((event.aggregate_id, event.aggregate_version) for event in told)
    assert set(versions.values()) == {1}
    for container in others:
        await container.close()
