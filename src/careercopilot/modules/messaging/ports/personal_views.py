"""All that is held about one person, for reading."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.api.models import NotificationView
from careercopilot.modules.messaging.api.personal_records import (
    AnnouncementRecord,
    EmailDeliveryView,
    SocketTicketRecord,
)


class PersonalViews(Protocol):
    """Committed rows of one person, however many, the oldest first."""

    async def notifications(self, user_id: UUID) -> Sequence[NotificationView]:
        """Return every notification."""
        ...

    async def deliveries(self, user_id: UUID) -> Sequence[EmailDeliveryView]:
        """Return what was and will be told by e-mail."""
        ...

    async def tickets(self, user_id: UUID) -> Sequence[SocketTicketRecord]:
        """Return the tickets that were not used."""
        ...

    async def announcements(self, user_id: UUID) -> Sequence[AnnouncementRecord]:
        """Return what the person announced."""
        ...
