"""What several processes share through Redis. Laid over the wiring on PostgreSQL where there is a Redis."""

from collections.abc import AsyncIterable

from dishka import Provider, Scope, decorate, provide

from careercopilot.adapters.in_process.rate_limits import InProcessRateLimits
from careercopilot.adapters.in_process.signal_sender import InProcessSignalSender
from careercopilot.adapters.postgres.core.unit_of_work import AfterCommit
from careercopilot.adapters.redis.cache import RedisCache
from careercopilot.adapters.redis.health import RedisHealthProbe
from careercopilot.adapters.redis.rate_limits import RedisRateLimits
from careercopilot.adapters.redis.server import RedisServer
from careercopilot.adapters.redis.signals import RedisSignalCarrier, RedisSignals
from careercopilot.adapters.taskiq.kicks import TaskiqSignalCarrier
from careercopilot.bootstrap.brokers import task_broker
from careercopilot.bootstrap.health import Installation
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.cache import Cache
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.rate_limits import RateLimits
from careercopilot.kernel.signals import TASKS, Signals, SignalSender


class RedisServices(Provider):
    """One server, asked by all of them; each goes on without it."""

    scope = Scope.APP
    cache = provide(RedisCache, provides=Cache, override=True)

    @provide
    async def server(self, settings: Settings) -> AsyncIterable[RedisServer]:
        """Connect on first use, close at the end."""
        server = RedisServer(settings.redis_url.get_secret_value() if settings.redis_url else "")
        yield server
        await server.close()

    @provide(override=True)
    async def signals(self, server: RedisServer) -> AsyncIterable[Signals]:
        """Listen from first use to the end."""
        signals = RedisSignals(server)
        await signals.start()
        yield signals
        await signals.stop()

    @provide
    async def signal_sender(self, server: RedisServer, settings: Settings) -> AsyncIterable[SignalSender]:
        """Kick tasks over the broker's stream, publish everything else."""
        broker = task_broker(settings)
        sender = InProcessSignalSender({TASKS: TaskiqSignalCarrier(broker)}, RedisSignalCarrier(server))
        await sender.start()
        yield sender
        await sender.stop()
        await broker.shutdown()

    @provide(override=True)
    def after_commit(self, sender: SignalSender) -> AfterCommit:
        """Send once it is committed."""
        return AfterCommit(sender)

    @provide(override=True)
    def rate_limits(self, server: RedisServer, clock: Clock) -> RateLimits:
        """Count together, each process by itself while that is impossible."""
        return RedisRateLimits(server, InProcessRateLimits(clock))

    @decorate
    def installation(self, rest: Installation, server: RedisServer) -> Installation:
        """Ask Redis too how it is."""
        return rest.and_also(RedisHealthProbe(server))
