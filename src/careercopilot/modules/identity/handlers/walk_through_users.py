"""Going through everybody, a batch at a time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.modules.identity.ports.recipients import Recipients


class WalkThroughUsersHandler:
    """Reads ids in their own order, so that a walk can go on wherever it stopped."""

    def __init__(self, recipients: Recipients) -> None:
        self._recipients = recipients

    async def __call__(self, after: UUID | None, registered_until: datetime, limit: int) -> Sequence[UUID]:
        return await self._recipients.ids_after(after, registered_until, limit)
