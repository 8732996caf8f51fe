"""Whatever happens, and however it is heard of, the read model on PostgreSQL is the same."""

import asyncio
import random
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.databases import TestServer
from tests.support.insights import Act, World, a_world, hear_somehow, histories, live_through


@given(history=histories, chance=st.randoms(use_true_random=False))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_doubled_and_out_of_order_events_and_a_rebuild_leave_the_same_rows(
    postgres_server: TestServer, history: Sequence[Act], chance: random.Random
) -> None:
    asyncio.run(_compare(postgres_server, history, chance))


async def _compare(server: TestServer, history: Sequence[Act], chance: random.Random) -> None:
    url = await server.create()
    try:
        async with a_world(url) as world:
            await live_through(world, history)
            expected, visible = await world.rows(), await world.rows(deleted=False)
            await world.rebuild()
            assert await world.rows() == expected, "a rebuild in place"
            await world.wipe()
            await hear_somehow(world, chance)
            assert await world.rows() == expected, "doubled and out of order"
            await world.wipe()
            await world.rebuild()
            assert await world.rows() == visible, "a rebuild from nothing"
    finally:
        await server.drop(url)


async def test_rebuilds_and_deliveries_at_once_lose_nothing(database_url: str) -> None:
    async with a_world(database_url) as world:
        await world.show(0, 1, 2)
        for number in range(12):
            await world.create(number % 3, number if number < 3 else None)
        await world.show(1, 2)
        events = await world.drain()
        await asyncio.gather(*_deliveries(world, events), world.rebuild(), world.rebuild())
        expected = await world.rows()
        await world.rebuild()
        assert await world.rows() == expected
        await world.hear(events)
        assert await world.rows() == expected


def _deliveries(world: World, events: Sequence[object]) -> list[asyncio.Task[None]]:
    batches = [world.told[start : start + 3] for start in range(0, len(events), 3)]
    return [asyncio.create_task(world.hear(batch)) for batch in (*batches, *batches)]
