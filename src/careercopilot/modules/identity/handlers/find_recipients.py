"""Looking up how people are written to."""

from collections.abc import Collection, Mapping
from uuid import UUID

from careercopilot.modules.identity.api.models import Recipient
from careercopilot.modules.identity.ports.recipients import Recipients


class FindRecipientsHandler:
    """Reads the accounts."""

    def __init__(self, recipients: Recipients) -> None:
        self._recipients = recipients

    async def __call__(self, user_ids: Collection[UUID]) -> Mapping[UUID, Recipient]:
        return await self._recipients.among(user_ids) if user_ids else {}
