"""Whatever happens, and however it is heard of, the read model is the same."""

import asyncio
import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.insights import Act, a_world, hear_somehow, histories, live_through


@given(histories, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_doubled_and_out_of_order_events_and_a_rebuild_leave_the_same_rows(
    history: Sequence[Act], chance: random.Random
) -> None:
    asyncio.run(_compare(history, chance))


async def _compare(history: Sequence[Act], chance: random.Random) -> None:
    async with a_world() as world:
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
        await hear_somehow(world, chance)
        assert await world.rows() == expected, "everything told again after a rebuild"


@given(histories, st.randoms(use_true_random=False), st.integers(0, 40))
@settings(max_examples=30, deadline=None)
def test_a_rebuild_in_the_midst_of_events_loses_nothing(
    history: Sequence[Act], chance: random.Random, early: int
) -> None:
    asyncio.run(_interrupt(history, chance, early))


async def _interrupt(history: Sequence[Act], chance: random.Random, early: int) -> None:
    async with a_world() as world:
        await live_through(world, history)
        expected = await world.rows()
        await world.wipe()
        events = world.told[:]
        chance.shuffle(events)
        await world.hear(events[:early])
        await world.rebuild()
        await world.hear(events[early:])
        assert await world.rows() == expected
