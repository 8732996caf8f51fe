"""The unit of work on PostgreSQL, with the outbox in the same transaction."""

from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import func, insert, literal, select

from careercopilot.adapters.postgres.core.event_codec import outbox_row
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tables import outbox
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Event
from careercopilot.kernel.signals import OUTBOX, Signal, task_signal


class PostgresUnitOfWork:
    """One transaction; told events are rows of it, signals leave with its commit."""

    def __init__(self, session: PostgresSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._events: list[Event] = []
        self._signals: dict[Signal, None] = {}

    async def __aenter__(self) -> Self:
        await self._session.begin()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._events.clear()
        self._signals.clear()
        await self._session.close()

    def publish(self, *events: Event) -> None:
        self._events.extend(events)

    def signal(self, *signals: Signal) -> None:
        self._signals.update(dict.fromkeys(signals))

    async def commit(self) -> None:
        connection = self._session.connection
        if self._events:
            now = self._clock.now()
            await connection.execute(insert(outbox), [outbox_row(event, now) for event in self._events])
            self.signal(Signal(OUTBOX))
        for signal in self._signals:
            await connection.execute(select(func.pg_notify(literal(signal.topic), literal(signal.payload))))
        await self._session.commit()
        self._events.clear()
        self._signals.clear()


class PostgresTaskQueue:
    """Wakes workers by a NOTIFY that leaves with the commit of the scope's unit of work."""

    def __init__(self, unit_of_work: PostgresUnitOfWork) -> None:
        self._unit_of_work = unit_of_work

    def kick(self, task: str, row_id: UUID) -> None:
        self._unit_of_work.signal(task_signal(task, row_id))
