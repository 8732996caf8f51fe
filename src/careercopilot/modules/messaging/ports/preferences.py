"""What people chose to be told."""

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.domain.preferences import Preferences


class PreferencesRepository(Protocol):
    """The preferences of the open unit of work. Who never chose has those of version 0."""

    async def get(self, user_id: UUID) -> Preferences:
        """Return the person's; nobody else can change them until the unit of work is left."""
        ...

    async def save(self, preferences: Preferences) -> None:
        """Keep what changed about preferences that were got here."""
        ...

    async def among(self, user_ids: Collection[UUID]) -> Mapping[UUID, Preferences]:
        """Return those of each of these people, as they are now."""
        ...


class PreferencesViews(Protocol):
    """Committed preferences, for reading."""

    async def find(self, user_id: UUID) -> Preferences | None:
        """Return what the person chose; None when that never happened."""
        ...
