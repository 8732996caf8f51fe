"""What every context stands on, in memory."""

from dishka import AnyOf, Provider, Scope, provide

from careercopilot.adapters.in_process.cache import InProcessCache
from careercopilot.adapters.in_process.rate_limits import InProcessRateLimits
from careercopilot.adapters.memory.core.database import MemoryDatabase, MemorySession
from careercopilot.adapters.memory.core.health import MemoryHeartbeats
from careercopilot.adapters.memory.core.idempotency import MemoryIdempotencyRecords
from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.adapters.memory.core.outbox import MemoryInbox, MemoryOutbox
from careercopilot.adapters.memory.core.unit_of_work import MemoryTaskQueue, MemoryUnitOfWork
from careercopilot.adapters.prometheus.metrics import PrometheusMetrics
from careercopilot.bootstrap.health import Installation
from careercopilot.kernel.cache import Cache
from careercopilot.kernel.health import Heartbeats
from careercopilot.kernel.idempotency import IdempotencyRecords
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.outbox import Inbox, Outbox
from careercopilot.kernel.rate_limits import RateLimits
from careercopilot.kernel.signals import Signals
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork


class MemoryCore(Provider):
    """One in-memory database per container."""

    outbox = provide(MemoryOutbox, provides=Outbox, scope=Scope.APP)
    idempotency = provide(MemoryIdempotencyRecords, provides=IdempotencyRecords, scope=Scope.APP)
    heartbeats = provide(MemoryHeartbeats, provides=Heartbeats, scope=Scope.APP)
    metrics = provide(MemoryMetrics, provides=AnyOf[MemoryMetrics, Metrics], scope=Scope.APP)
    shown_metrics = provide(PrometheusMetrics, scope=Scope.APP)
    database = provide(MemoryDatabase, scope=Scope.APP)
    session = provide(MemorySession, scope=Scope.REQUEST)
    unit_of_work = provide(MemoryUnitOfWork, provides=AnyOf[MemoryUnitOfWork, UnitOfWork], scope=Scope.REQUEST)
    task_queue = provide(MemoryTaskQueue, provides=TaskQueue, scope=Scope.REQUEST)
    inbox = provide(MemoryInbox, provides=Inbox, scope=Scope.REQUEST)
    cache = provide(InProcessCache, provides=Cache, scope=Scope.APP)
    rate_limits = provide(InProcessRateLimits, provides=RateLimits, scope=Scope.APP)

    @provide(scope=Scope.APP)
    def signals(self, database: MemoryDatabase) -> Signals:
        """Take the database's own."""
        return database.signals

    @provide(scope=Scope.APP)
    def installation(self) -> Installation:
        """Nothing that could be away."""
        return Installation([])
