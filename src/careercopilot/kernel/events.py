"""Events: facts that one context tells and others may act on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Generic, Protocol, TypeVar
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Event:
    """A fact, named ``<context>.<fact>.v<n>``, about one aggregate at one version of it.

    Carries ids and the few facts that a subscriber needs, never entities and never a secret. Field types
    are those that JSON can carry back and forth: text, numbers, booleans, UUID, datetime, date, tuples of
    these, None.
    """

    NAME: ClassVar[str]

    aggregate_id: UUID
    aggregate_version: int = 0


E = TypeVar("E", bound=Event)
E_contra = TypeVar("E_contra", bound=Event, contravariant=True)
E_co = TypeVar("E_co", bound=Event, covariant=True)


@dataclass(frozen=True)
class Envelope(Generic[E_co]):
    """An event as it travels: told once, delivered at least once, possibly out of order."""

    event_id: UUID
    occurred_at: datetime
    event: E_co


class Subscriber(Protocol[E_contra]):
    """Acts on events of one type.

    It runs inside a unit of work that the caller opens and commits together with the inbox rows, so it
    never commits itself. It is idempotent and ignores what is older than what it knows.
    """

    async def __call__(self, envelopes: Sequence[Envelope[E_contra]]) -> None:
        """Act on a batch, in the order told; raise to have all of it tried again later."""
        ...
