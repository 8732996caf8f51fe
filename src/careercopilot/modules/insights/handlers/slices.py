"""Bounded pieces of what may be long."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 500
"""As many as any question to another context may name."""


def slices(things: Collection[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """Cut into slices of at most ``size``."""
    every = list(things)
    return (every[start : start + size] for start in range(0, len(every), size))
