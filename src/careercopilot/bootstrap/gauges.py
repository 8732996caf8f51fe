"""The gauges of each context, and the page that shows them beside this process's metrics."""

from dishka import Provider, Scope, provide

from careercopilot.adapters.postgres.core.gauges import PostgresCoreGauges
from careercopilot.adapters.postgres.jobs.gauges import PostgresJobsGauges
from careercopilot.adapters.postgres.messaging.gauges import PostgresMessagingGauges
from careercopilot.adapters.prometheus.metrics import PrometheusMetrics, exposition
from careercopilot.adapters.prometheus.server import PrometheusServer
from careercopilot.bootstrap.metrics_page import DatabaseGauge, MetricsPage, MetricsServer, SharedGauges
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.gauges import Gauges, OutboxGauges
from careercopilot.kernel.outbox import Outbox


class _Page(Provider):
    scope = Scope.APP

    @provide
    def page(self, metrics: PrometheusMetrics, gauges: SharedGauges) -> MetricsPage:
        """Show both."""
        return MetricsPage(gauges, lambda readings: exposition(metrics, readings))

    @provide
    def server(self, metrics: PrometheusMetrics, settings: Settings) -> MetricsServer:
        """Show this process's own alone, where the operator asks for it."""
        port = settings.worker_metrics_port
        return MetricsServer(None if port is None else PrometheusServer(metrics, port))


class _PostgresGauges(Provider):
    scope = Scope.APP

    core = provide(PostgresCoreGauges)
    jobs = provide(PostgresJobsGauges)
    messaging = provide(PostgresMessagingGauges)

    @provide
    def shared(
        self, outbox: Outbox, core: PostgresCoreGauges, jobs: PostgresJobsGauges, messaging: PostgresMessagingGauges
    ) -> SharedGauges:
        """Ask every part."""
        asked: dict[str, Gauges] = {
            "core": DatabaseGauge(core),
            "outbox": OutboxGauges(outbox),
            "jobs": jobs,
            "messaging": messaging,
        }
        return SharedGauges(asked)


class _OtherGauges(Provider):
    scope = Scope.APP

    @provide
    def shared(self, outbox: Outbox) -> SharedGauges:
        """Show what can be asked through ports alone."""
        return SharedGauges({"outbox": OutboxGauges(outbox)})


def metrics_page() -> Provider:
    """Provide the page."""
    return _Page()


def postgres_gauges() -> Provider:
    """Provide the gauges of an installation on PostgreSQL."""
    return _PostgresGauges()


def port_gauges() -> Provider:
    """Provide the gauges of an installation whose stores have none of their own."""
    return _OtherGauges()
