"""This process's counts and measurements, in a registry of their own."""

from collections import defaultdict
from collections.abc import Iterable
from threading import Lock
from typing import Final

import prometheus_client
from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily

from careercopilot.kernel.gauges import Reading
from careercopilot.kernel.metrics import Counter, Gauge, Histogram

CONTENT_TYPE: Final = CONTENT_TYPE_PLAIN_0_0_4
_NAMESPACE = "careercopilot"

# When each was first counted doubles the page and draws no graph.
prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call] # as in the library


class PrometheusMetrics:
    """Every metric is called ``careercopilot_<name>`` and is made when it is first used.

    The process's memory, its time on the processor and its garbage stand beside them under their usual names.
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._counters: dict[Counter, prometheus_client.Counter] = {}
        self._gauges: dict[Gauge, prometheus_client.Gauge] = {}
        self._histograms: dict[Histogram, prometheus_client.Histogram] = {}
        self._making = Lock()

    def count(self, counter: Counter, *labels: str, by: int = 1) -> None:
        made = self._counters.get(counter) or self._make_counter(counter)
        (made.labels(*labels) if counter.labels else made).inc(by)

    def observe(self, histogram: Histogram, value: float, *labels: str) -> None:
        made = self._histograms.get(histogram) or self._make_histogram(histogram)
        (made.labels(*labels) if histogram.labels else made).observe(value)

    def set(self, gauge: Gauge, value: float, *labels: str) -> None:
        made = self._gauges.get(gauge) or self._make_gauge(gauge)
        (made.labels(*labels) if gauge.labels else made).set(value)

    def _make_counter(self, counter: Counter) -> prometheus_client.Counter:
        with self._making:
            if counter not in self._counters:
                self._counters[counter] = prometheus_client.Counter(
                    counter.name, counter.help, counter.labels, namespace=_NAMESPACE, registry=self.registry
                )
            return self._counters[counter]

    def _make_gauge(self, gauge: Gauge) -> prometheus_client.Gauge:
        with self._making:
            if gauge not in self._gauges:
                self._gauges[gauge] = prometheus_client.Gauge(
                    gauge.name, gauge.help, gauge.labels, namespace=_NAMESPACE, registry=self.registry
                )
            return self._gauges[gauge]

    def _make_histogram(self, histogram: Histogram) -> prometheus_client.Histogram:
        with self._making:
            if histogram not in self._histograms:
                self._histograms[histogram] = prometheus_client.Histogram(
                    histogram.name,
                    histogram.help,
                    histogram.labels,
                    namespace=_NAMESPACE,
                    registry=self.registry,
                    buckets=histogram.buckets,
                )
            return self._histograms[histogram]


def exposition(metrics: PrometheusMetrics, readings: Iterable[Reading]) -> bytes:
    """Return what a scraper reads: this process's metrics, and what was read elsewhere just now."""
    return generate_latest(metrics.registry) + generate_latest(_Read(readings))


class _Read(prometheus_client.registry.Collector):
    """Readings, as a registry would give them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings: defaultdict[Gauge, list[Reading]] = defaultdict(list)
        for reading in readings:
            self._readings[reading.gauge].append(reading)

    def collect(self) -> Iterable[GaugeMetricFamily]:
        for gauge, readings in self._readings.items():
            family = GaugeMetricFamily(f"{_NAMESPACE}_{gauge.name}", gauge.help, labels=gauge.labels)
            for reading in readings:
                family.add_metric(reading.labels, reading.value)
            yield family
