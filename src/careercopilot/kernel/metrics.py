"""Metrics: what a process counts and measures of itself, for an operator's graphs. Never anything personal."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Counter:
    """Something that is counted; ``name`` ends in ``_total``, ``labels`` name what its counts are told apart by.

    A label takes few values that the product knows: a route's template, a provider's name, never an id.
    """

    name: str
    help: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Histogram:
    """Something that is measured; ``name`` ends in its unit, ``buckets`` are the upper bounds told apart."""

    name: str
    help: str
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Gauge:
    """Something that goes up and down; ``name`` is what there are so many of, ``labels`` tell its values apart."""

    name: str
    help: str
    labels: tuple[str, ...] = ()


class Metrics(Protocol):
    """Keeps this process's counts and measurements. Cheap, synchronous, never raises for a declared metric."""

    def count(self, counter: Counter, *labels: str, by: int = 1) -> None:
        """Add to the count with these label values, given in the order of ``counter.labels``."""
        ...

    def observe(self, histogram: Histogram, value: float, *labels: str) -> None:
        """Record one measurement, in the histogram's unit."""
        ...

    def set(self, gauge: Gauge, value: float, *labels: str) -> None:
        """Say how much it is now."""
        ...
