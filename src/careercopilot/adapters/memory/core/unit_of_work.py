"""The unit of work in memory, with the outbox in the same transaction."""

from types import TracebackType
from typing import Self
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.core.outbox import OUTBOX_TABLE, OutboxRow
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Event
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.signals import OUTBOX, Signal, task_signal


class MemoryUnitOfWork:
    """One transaction; told events are rows of it, signals leave after its commit."""

    def __init__(self, session: MemorySession, clock: Clock) -> None:
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
        self._session.close()

    def publish(self, *events: Event) -> None:
        self._events.extend(events)

    def signal(self, *signals: Signal) -> None:
        self._signals.update(dict.fromkeys(signals))

    async def commit(self) -> None:
        now = self._clock.now()
        rows = self._session.table(OUTBOX_TABLE)
        for event in self._events:
            event_id = new_id()
            rows[event_id] = OutboxRow.of(event_id, event, now)
        if self._events:
            self.signal(Signal(OUTBOX))
        self._session.commit()
        for signal in self._signals:
            self._session.database.signals.send(signal)
        self._events.clear()
        self._signals.clear()


class MemoryTaskQueue:
    """Wakes the tasks of this process, after the commit of the scope's unit of work."""

    def __init__(self, unit_of_work: MemoryUnitOfWork) -> None:
        self._unit_of_work = unit_of_work

    def kick(self, task: str, row_id: UUID) -> None:
        self._unit_of_work.signal(task_signal(task, row_id))
