"""The wiring of what every context stands on, on PostgreSQL."""

from collections.abc import AsyncIterable

from dishka import AnyOf, Provider, Scope, provide

from careercopilot.adapters.in_process.cache import InProcessCache
from careercopilot.adapters.in_process.rate_limits import InProcessRateLimits
from careercopilot.adapters.postgres.core.engines import (
    PoolSizes,
    ReadEngine,
    WriteEngine,
    read_engine,
    write_engine,
)
from careercopilot.adapters.postgres.core.health import (
    PostgresHealthProbe,
    PostgresHeartbeats,
    PostgresWorkersHealthProbe,
)
from careercopilot.adapters.postgres.core.idempotency import PostgresIdempotencyRecords
from careercopilot.adapters.postgres.core.inbox import PostgresInbox
from careercopilot.adapters.postgres.core.outbox import PostgresOutbox
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.signals import PostgresSignals
from careercopilot.adapters.postgres.core.unit_of_work import AfterCommit, PostgresTaskQueue, PostgresUnitOfWork
from careercopilot.adapters.prometheus.metrics import PrometheusMetrics
from careercopilot.bootstrap.health import Installation
from careercopilot.bootstrap.mail_server import mail_server_probes
from careercopilot.bootstrap.settings import DatabaseUrl, Settings
from careercopilot.bootstrap.vector_store import vector_store_probes
from careercopilot.kernel.cache import Cache
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.health import HealthProbe, Heartbeats
from careercopilot.kernel.idempotency import IdempotencyRecords
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.outbox import Inbox, Outbox
from careercopilot.kernel.rate_limits import RateLimits
from careercopilot.kernel.signals import Signals
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork


class PostgresCore(Provider):
    """Engines and signals live as long as the process, a transaction as long as its scope."""

    outbox = provide(PostgresOutbox, provides=Outbox, scope=Scope.APP)
    idempotency = provide(PostgresIdempotencyRecords, provides=IdempotencyRecords, scope=Scope.APP)
    heartbeats = provide(PostgresHeartbeats, provides=Heartbeats, scope=Scope.APP)
    metrics = provide(PrometheusMetrics, provides=AnyOf[PrometheusMetrics, Metrics], scope=Scope.APP)
    unit_of_work = provide(PostgresUnitOfWork, provides=AnyOf[PostgresUnitOfWork, UnitOfWork], scope=Scope.REQUEST)
    task_queue = provide(PostgresTaskQueue, provides=TaskQueue, scope=Scope.REQUEST)
    inbox = provide(PostgresInbox, provides=Inbox, scope=Scope.REQUEST)
    cache = provide(InProcessCache, provides=Cache, scope=Scope.APP)
    rate_limits = provide(InProcessRateLimits, provides=RateLimits, scope=Scope.APP)

    @provide(scope=Scope.APP)
    async def engine_for_writing(self, url: DatabaseUrl, settings: Settings) -> AsyncIterable[WriteEngine]:
        """Open on first use, dispose at the end."""
        engine = write_engine(url, _pool(settings).halves()[0])
        yield engine
        await engine.engine.dispose()

    @provide(scope=Scope.APP)
    async def engine_for_reading(self, url: DatabaseUrl, settings: Settings) -> AsyncIterable[ReadEngine]:
        """Open on first use, dispose at the end."""
        engine = read_engine(url, _pool(settings).halves()[1])
        yield engine
        await engine.engine.dispose()

    @provide(scope=Scope.APP)
    async def signals(self, url: DatabaseUrl) -> AsyncIterable[Signals]:
        """Listen from first use to the end."""
        signals = PostgresSignals(url)
        await signals.start()
        yield signals
        await signals.stop()

    @provide(scope=Scope.APP)
    def after_commit(self) -> AfterCommit:
        """Nothing is left to do: signals leave with the commit."""
        return AfterCommit()

    @provide(scope=Scope.REQUEST)
    async def session(self, engine: WriteEngine) -> AsyncIterable[PostgresSession]:
        """One per scope; closed with it, whatever happened."""
        session = PostgresSession(engine)
        yield session
        await session.close()

    @provide(scope=Scope.APP)
    def installation(self, engine: ReadEngine, clock: Clock, settings: Settings) -> Installation:
        """Health of the database, of the workers that beat in it, and of what else there is to be away."""
        probes: list[HealthProbe] = [PostgresHealthProbe(engine), PostgresWorkersHealthProbe(engine, clock)]
        return Installation([*probes, *vector_store_probes(settings), *mail_server_probes(settings)])


def _pool(settings: Settings) -> PoolSizes:
    return PoolSizes(settings.pool_size, settings.pool_overflow, settings.pool_timeout, settings.pool_recycle)
