"""Whom to write to: asked at the moment of writing, so that nobody else has to keep addresses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.api.models import Recipient


class FindRecipients(Protocol):
    """Look up how people are written to."""

    async def __call__(self, user_ids: Collection[UUID]) -> Mapping[UUID, Recipient]:
        """Return those of them who have an account, by id; at most 1,000 ids."""
        ...


class WalkThroughUsers(Protocol):
    """Go through everybody, a batch at a time."""

    async def __call__(self, after: UUID | None, registered_until: datetime, limit: int) -> Sequence[UUID]:
        """Return the next ids after ``after``, in ascending order, of those registered by then; none at the end."""
        ...
