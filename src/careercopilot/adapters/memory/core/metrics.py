"""Metrics that a test can read."""

from collections import Counter as Counts
from collections import defaultdict

from careercopilot.kernel.metrics import Counter, Gauge, Histogram


class MemoryMetrics:
    """Remembers everything, by the metric's name and its label values."""

    def __init__(self) -> None:
        self.counts: Counts[tuple[str, ...]] = Counts()
        self.gauges: dict[tuple[str, ...], float] = {}
        self.measured: defaultdict[tuple[str, ...], list[float]] = defaultdict(list)

    def count(self, counter: Counter, *labels: str, by: int = 1) -> None:
        self.counts[counter.name, *labels] += by

    def observe(self, histogram: Histogram, value: float, *labels: str) -> None:
        self.measured[histogram.name, *labels].append(value)

    def set(self, gauge: Gauge, value: float, *labels: str) -> None:
        self.gauges[gauge.name, *labels] = value
