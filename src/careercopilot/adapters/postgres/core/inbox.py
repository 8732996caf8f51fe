"""The inbox on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tables import inbox
from careercopilot.kernel.clock import Clock


class PostgresInbox:
    """Accepted events, written in the transaction of the scope's unit of work."""

    def __init__(self, session: PostgresSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def accept(self, subscriber: str, event_ids: Sequence[UUID]) -> set[UUID]:
        if not event_ids:
            return set()
        now = self._clock.now()
        # Sorted, so that two relays with overlapping batches wait for each other instead of deadlocking.
        rows = [{"subscriber": subscriber, "event_id": i, "accepted_at": now} for i in sorted(set(event_ids))]
        statement = insert(inbox).values(rows).on_conflict_do_nothing().returning(inbox.c.event_id)
        return set((await self._session.connection.execute(statement)).scalars())

    async def forget_before(self, moment: datetime) -> int:
        statement = delete(inbox).where(inbox.c.accepted_at < moment)
        return (await self._session.connection.execute(statement)).rowcount
