"""Bounded pieces of what may be long."""

from collections.abc import Sequence

import pytest

from careercopilot.kernel.slices import read_all, slices


@pytest.mark.parametrize(("many", "sizes"), [(0, []), (1, [1]), (3, [3]), (4, [3, 1]), (6, [3, 3])])
def test_slices_hold_everything_once_in_order_and_none_is_empty(many: int, sizes: list[int]) -> None:
    cut = list(slices(range(many), 3))
    assert [len(piece) for piece in cut] == sizes
    assert [thing for piece in cut for thing in piece] == list(range(many))


def test_what_has_no_order_is_cut_too() -> None:
    assert {thing for piece in slices({1, 2, 3}, 2) for thing in piece} == {1, 2, 3}


@pytest.mark.parametrize("many", [0, 1, 4, 5])
async def test_everything_is_read_by_asking_for_what_comes_after_the_last(many: int) -> None:
    asked: list[int | None] = []

    async def after(last: int | None) -> Sequence[int]:
        asked.append(last)
        first = 0 if last is None else last + 1
        return range(first, min(first + 2, many))

    assert await read_all(after) == list(range(many))
    assert asked[0] is None
