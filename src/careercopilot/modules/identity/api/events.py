"""The facts that identity tells."""

from dataclasses import dataclass
from typing import ClassVar

from careercopilot.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class UserRegistered(Event):
    """There is a new account; ``aggregate_id`` is the user's id. Nothing personal travels."""

    NAME: ClassVar[str] = "identity.user-registered.v1"


@dataclass(frozen=True, kw_only=True)
class UserErased(Event):
    """The person of this id wants to be forgotten: every context erases what it holds and keeps the id as a tombstone.

    ``aggregate_id`` is the user's id. Nothing personal travels.
    """

    NAME: ClassVar[str] = "identity.user-erased.v1"
