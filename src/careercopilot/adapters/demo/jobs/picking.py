"""Choosing without chance: the same key always picks the same."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def number(key: str, below: int) -> int:
    """Return a number from 0 that depends on the key alone."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") % below


def one_of(key: str, options: Sequence[T]) -> T:
    """Return one of the options."""
    return options[number(key, len(options))]


def some_of(key: str, options: Sequence[T], count: int) -> list[T]:
    """Return some of the options, in their own order."""
    ranked = sorted(range(len(options)), key=lambda index: number(f"{key}/{index}", 1 << 30))
    return [options[index] for index in sorted(ranked[:count])]
