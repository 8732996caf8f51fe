"""The unit of work on PostgreSQL, with the outbox in the same transaction."""

from dataclasses import dataclass
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import insert, text

from careercopilot.adapters.postgres.core.event_codec import outbox_row
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tables import outbox
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Event
from careercopilot.kernel.signals import OUTBOX, Signal, SignalSender, task_signal

_NOTIFY = text("""
    SELECT pg_notify(topic, payload)
    FROM unnest(CAST(:topics AS text[]), CAST(:payloads AS text[])) AS signal(topic, payload)
""")


@dataclass(frozen=True)
class AfterCommit:
    """Who sends signals once a transaction is committed; without anybody they leave by NOTIFY, with the commit."""

    sender: SignalSender | None = None


class PostgresUnitOfWork:
    """One transaction; told events are rows of it, signals leave with its commit or right after it."""

    def __init__(self, session: PostgresSession, clock: Clock, after_commit: AfterCommit) -> None:
        self._session = session
        self._clock = clock
        self._sender = after_commit.sender
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
        if self._signals and self._sender is None:
            topics, payloads = [s.topic for s in self._signals], [s.payload for s in self._signals]
            await connection.execute(_NOTIFY, {"topics": topics, "payloads": payloads})
        await self._session.commit()
        if self._sender is not None:
            self._sender.send(tuple(self._signals))
        self._events.clear()
        self._signals.clear()


class PostgresTaskQueue:
    """Wakes workers by a signal that leaves with the commit of the scope's unit of work, or right after it."""

    def __init__(self, unit_of_work: PostgresUnitOfWork) -> None:
        self._unit_of_work = unit_of_work

    def kick(self, task: str, row_id: UUID) -> None:
        self._unit_of_work.signal(task_signal(task, row_id))
