"""Sessions as their person sees them."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.api.models import SessionView


class SessionViews(Protocol):
    """Reads committed sessions straight into views."""

    async def of_user(self, user_id: UUID) -> Sequence[SessionView]:
        """Return every session that is kept of the user, also those that are over, the oldest first."""
        ...
