"""What the messaging schema says of what is still to be sent."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import bindparam, func, or_, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.messaging.tables import announcement, email_delivery
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.gauges import Reading
from careercopilot.kernel.metrics import Gauge

_COUNTED_FOR = timedelta(hours=24)
_STATES = ("queued", "sent", "failed")
_DELIVERIES = Gauge("email_deliveries", "E-mails that wait, or were settled in the last 24 hours.", ("state",))
_LAG = Gauge("email_lag_seconds", "How long the e-mail that waits longest should have been sent by now.")
_UNTOLD = Gauge("announcements_untold", "Announcements that have not reached everybody yet.")


class PostgresMessagingGauges:
    """Counts e-mails and announcements."""

    def __init__(self, engine: ReadEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def read(self) -> Sequence[Reading]:
        now = self._clock.now()
        async with self._engine.connect() as connection:
            rows = await connection.execute(_COUNT, {"since": now - _COUNTED_FOR})
            counts = dict.fromkeys(_STATES, 0) | {str(state): int(count) for state, count in rows}
            due = (await connection.execute(_OLDEST_DUE)).scalar()
            untold = (await connection.execute(_COUNT_UNTOLD)).scalar_one()
        lag = max(0.0, (now - due).total_seconds()) if due is not None else 0.0
        by_state = [Reading(_DELIVERIES, count, (state,)) for state, count in counts.items()]
        return [*by_state, Reading(_LAG, lag), Reading(_UNTOLD, untold)]


_waits = email_delivery.c.state == "queued"
_COUNT = (
    select(email_delivery.c.state, func.count())
    .where(or_(_waits, email_delivery.c.settled_at >= bindparam("since")))
    .group_by(email_delivery.c.state)
)
_OLDEST_DUE = select(func.min(email_delivery.c.due_at)).where(_waits)
_COUNT_UNTOLD = select(func.count()).select_from(announcement).where(announcement.c.told_at.is_(None))
