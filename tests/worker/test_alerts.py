"""From a board that is read to what a person is told, by way of the relay and the worker's task."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer, Provider, Scope
from structlog.testing import capture_logs

from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.bootstrap.brokers import task_broker
from careercopilot.entrypoints.worker.alerts import LOOKS, match_saved_searches
from careercopilot.entrypoints.worker.tasks import register_tasks
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.signals import TASKS, Signals
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import IngestBoard
from careercopilot.modules.jobs.domain.tasks import MATCH_SAVED_SEARCHES
from careercopilot.modules.jobs.ports.arrivals import ArrivalViews, Matched
from tests.support.alerts import Alerts
from tests.support.clock import FixedClock
from tests.support.containers import in_memory, settings
from tests.support.ingestion import BOARD, SOURCE, found, page, readers_of
from tests.support.job_catalogue import an_entry


async def ingest(container: AsyncContainer) -> None:
    async with container() as scope:
        await (await scope.get(FollowBoard))(SOURCE, BOARD)
    async with container() as scope:
        await (await scope.get(IngestBoard))(SOURCE, BOARD)


@pytest.mark.timeout(30)
async def test_a_board_is_read_and_people_hear_of_what_they_look_for(clock: FixedClock) -> None:
    reader, kicked = MemoryBoardReader(), list[str]()
    container = in_memory(clock, readers_of(reader))
    alerts, relay, viewer = Alerts(container), await container.get(Relay), new_id()
    (await container.get(Signals)).subscribe(TASKS, kicked.append)
    reader.fill(BOARD, page(found("1", "Gardener"), found("2", "Cook")))
    await ingest(container)
    await relay.run_once()
    search = await alerts.save(viewer, q="gardener", source=(SOURCE,))
    await match_saved_searches(container)
    assert await alerts.told() == []

    kicked.clear()
    reader.fill(BOARD, page(found("1", "Gardener"), found("2", "Cook"), found("3", "Head Gardener")))
    clock.advance(timedelta(days=1))
    await ingest(container)
    await relay.run_once()
    await asyncio.sleep(0)
    assert any(payload.startswith(f"{MATCH_SAVED_SEARCHES}:") for payload in kicked)
    await match_saved_searches(container)

    [told] = await alerts.told()
    assert (told.aggregate_id, told.user_id, told.total, len(told.job_ids)) == (search.id, viewer, 1, 1)
    await container.close()


async def test_workers_know_the_task_by_the_name_it_is_kicked_by(memory_container: AsyncContainer) -> None:
    broker = task_broker(settings())
    await register_tasks(broker, memory_container)
    assert broker.find_task(MATCH_SAVED_SEARCHES) is not None


async def test_what_it_did_is_counted_and_logged_without_saying_for_whom(
    memory_container: AsyncContainer,
) -> None:
    alerts, viewer = Alerts(memory_container), new_id()
    await alerts.save(viewer, q="gardener", name="my secret dream")
    await alerts.save(viewer, q="cook")
    await alerts.arrive(an_entry("Gardener"))

    with capture_logs() as logs:
        await match_saved_searches(memory_container)
        await match_saved_searches(memory_container)

    assert [log for log in logs if log["event"].startswith("saved-searches")] == [
        {"event": "saved-searches.matched", "log_level": "info", "told": 1, "nothing": 1, "failed": 0}
    ]
    metrics = await memory_container.get(MemoryMetrics)
    assert (metrics.counts[LOOKS.name, "told"], metrics.counts[LOOKS.name, "nothing"]) == (1, 1)


class SlowForSome:
    """Answers everybody but one person in time."""

    def __init__(self) -> None:
        self.slow_for = new_id()

    async def matching(self, user_id: UUID, *_: object) -> Matched:
        if user_id == self.slow_for:
            raise Unavailable("This takes too long just now.")
        return Matched((new_id(),), 1)


async def test_a_search_that_takes_too_long_keeps_nobody_waiting_and_is_tried_again(clock: FixedClock) -> None:
    slow, provider = SlowForSome(), Provider(scope=Scope.APP)
    provider.provide(lambda: slow, provides=ArrivalViews, override=True)
    container = in_memory(clock, provider)
    alerts, other = Alerts(container), new_id()
    for person in (slow.slow_for, other):
        await alerts.save(person, q="gardener")
    await alerts.arrive(an_entry("Gardener"))

    with capture_logs() as logs:
        await match_saved_searches(container)
    assert [event.user_id for event in await alerts.told()] == [other]
    assert {"event": "saved-searches.matched", "log_level": "warning", "told": 1, "nothing": 0, "failed": 1} in logs

    late, slow.slow_for = slow.slow_for, new_id()
    clock.advance(timedelta(minutes=6))
    assert [event.user_id for event in await alerts.heard()] == [late]
    await container.close()
