"""The outbox and the inbox: how a fact told in one transaction reaches every subscriber at least once."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class StoredEvent:
    """An event as the outbox keeps it: its payload is still plain data, ``attempts`` have failed so far."""

    event_id: UUID
    name: str
    occurred_at: datetime
    payload: Mapping[str, object]
    attempts: int = 0


@dataclass(frozen=True)
class ParkedEvent:
    """An event given up on, with the last error, until an operator replays it."""

    event_id: UUID
    name: str
    occurred_at: datetime
    aggregate_id: UUID
    attempts: int
    parked_at: datetime
    error: str


@dataclass(frozen=True)
class Failure:
    """What becomes of a failed event: tried again at ``retry_at``, or parked when that is None."""

    error: str
    retry_at: datetime | None


@dataclass(frozen=True)
class Backlog:
    """How far the outbox is behind: events waiting, the age of the oldest in seconds, events parked.

    ``failing`` of those that wait have failed before.
    """

    pending: int
    oldest_seconds: float
    parked: int
    failing: int = 0


class Claim(Protocol):
    """Events that nobody else can claim while this is open."""

    @property
    def events(self) -> Sequence[StoredEvent]:
        """The claimed events, in the order they were told."""
        ...

    async def settle(self, done: Collection[UUID], failed: Mapping[UUID, Failure]) -> None:
        """Forget the ``done``, keep the ``failed`` for later. What is in neither stays as it was."""
        ...


class Outbox(Protocol):
    """Told events that wait for delivery."""

    def claim(self, limit: int) -> AbstractAsyncContextManager[Claim]:
        """Claim up to ``limit`` events that were never tried, or whose next try is due.

        Two claims never overlap. Leaving unsettled gives them back.
        """
        ...

    async def parked(self, limit: int = 100) -> Sequence[ParkedEvent]:
        """Return the parked events, the oldest first."""
        ...

    async def replay(self, event_ids: Collection[UUID] | None = None) -> int:
        """Make parked events (all of them, without ids) due again with a fresh count; return how many."""
        ...

    async def withdraw_parked(self, mentioning: UUID, but: Collection[str]) -> int:
        """Drop parked events whose payload holds the id, except those of the names in ``but``; return how many."""
        ...

    async def backlog(self) -> Backlog:
        """Return how far delivery is behind."""
        ...


class Inbox(Protocol):
    """Which events a subscriber has had, written in the subscriber's own transaction."""

    async def accept(self, subscriber: str, event_ids: Sequence[UUID]) -> set[UUID]:
        """Record the events for the subscriber and return those it had not had before."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Drop records older than ``moment`` (events that old are never delivered again)."""
        ...
