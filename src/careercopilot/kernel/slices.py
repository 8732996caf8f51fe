"""Bounded pieces of what may be long."""

from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def slices(things: Collection[T], size: int) -> Iterator[Sequence[T]]:
    """Cut into slices of at most ``size``, in order; nothing gives no slice."""
    every = things if isinstance(things, Sequence) else tuple(things)
    return (every[start : start + size] for start in range(0, len(every), size))


async def read_all(read_after: Callable[[T | None], Awaitable[Sequence[T]]]) -> list[T]:
    """Return everything, by asking for what comes after the last one until nothing comes; None asks for the first."""
    found: list[T] = []
    while batch := await read_after(found[-1] if found else None):
        found += batch
    return found
