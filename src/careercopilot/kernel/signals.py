"""Signals: at most once, quick, between processes. They wake whoever would otherwise look later."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

OUTBOX = "outbox"
TASKS = "tasks"
LIVE = "live"


@dataclass(frozen=True)
class Signal:
    """A topic and a short text (ids only, at most 1,000 characters, nothing personal or secret)."""

    topic: str
    payload: str = ""


class Signals(Protocol):
    """Hears the signals of all processes of this installation, its own included."""

    def subscribe(self, topic: str, listener: Callable[[str], None]) -> Callable[[], None]:
        """Call ``listener`` with each payload until the returned function is called.

        Listeners run on the event loop and must not block. Whenever signals may have been missed, at the
        beginning and after a lost connection, listeners are called with an empty payload, meaning "look
        for yourself".
        """
        ...


class SignalSender(Protocol):
    """Sends signals that leave after a commit, where they cannot leave with it."""

    def send(self, signals: Collection[Signal]) -> None:
        """Send them soon. Never waits and never fails: what cannot be sent for long is forgotten."""
        ...


class SignalCarrier(Protocol):
    """A way on which signals leave this process."""

    async def carry(self, signals: Collection[Signal]) -> None:
        """Send them now, within a second. Raises Unavailable when the way is blocked."""
        ...


def task_signal(task: str, row_id: UUID) -> Signal:
    """Return the signal that wakes a worker for the row a task has to do."""
    return Signal(TASKS, f"{task}:{row_id}")


def task_of(signal: Signal) -> tuple[str, UUID]:
    """Return the task and the row that a signal of the topic TASKS names. Raises ValueError for another one."""
    task, _, row_id = signal.payload.partition(":")
    return task, UUID(row_id)
