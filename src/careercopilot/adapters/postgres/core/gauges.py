"""What the core schema says of the installation's state."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.core.tables import heartbeat
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.gauges import Reading
from careercopilot.kernel.metrics import Gauge

_SILENT_AFTER = timedelta(seconds=45)
_ALIVE = Gauge("processes_alive", "Processes that said lately that they live, by what they do.", ("kind",))


class PostgresCoreGauges:
    """Counts the processes that beat."""

    def __init__(self, engine: ReadEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def read(self) -> Sequence[Reading]:
        since = self._clock.now() - _SILENT_AFTER
        alive = select(heartbeat.c.kind, func.count()).where(heartbeat.c.beat_at >= since).group_by(heartbeat.c.kind)
        async with self._engine.connect() as connection:
            found = {str(kind): int(count) for kind, count in await connection.execute(alive)}
        return [Reading(_ALIVE, count, (kind,)) for kind, count in {"worker": 0, **found}.items()]
