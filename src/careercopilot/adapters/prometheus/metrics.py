"""This process's counts and measurements, in a registry of their own."""

from threading import Lock

import prometheus_client
from prometheus_client import CollectorRegistry

from careercopilot.kernel.metrics import Counter, Histogram

_NAMESPACE = "careercopilot"


class PrometheusMetrics:
    """Every metric is called ``careercopilot_<name>`` and is made when it is first used."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._counters: dict[Counter, prometheus_client.Counter] = {}
        self._histograms: dict[Histogram, prometheus_client.Histogram] = {}
        self._making = Lock()

    def count(self, counter: Counter, *labels: str, by: int = 1) -> None:
        made = self._counters.get(counter) or self._make_counter(counter)
        (made.labels(*labels) if counter.labels else made).inc(by)

    def observe(self, histogram: Histogram, value: float, *labels: str) -> None:
        made = self._histograms.get(histogram) or self._make_histogram(histogram)
        (made.labels(*labels) if histogram.labels else made).observe(value)

    def _make_counter(self, counter: Counter) -> prometheus_client.Counter:
        with self._making:
            if counter not in self._counters:
                self._counters[counter] = prometheus_client.Counter(
                    counter.name, counter.help, counter.labels, namespace=_NAMESPACE, registry=self.registry
                )
            return self._counters[counter]

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
