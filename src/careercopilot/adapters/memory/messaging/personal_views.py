"""All that is held about one person, in memory."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.messaging.rows import (
    ANNOUNCEMENT,
    EMAIL_DELIVERY,
    NOTIFICATION,
    SOCKET_TICKET,
    NotificationRow,
)
from careercopilot.modules.messaging.api.models import NotificationView
from careercopilot.modules.messaging.api.personal_records import (
    AnnouncementRecord,
    EmailDeliveryView,
    SocketTicketRecord,
)
from careercopilot.modules.messaging.domain.announcement import Announcement
from careercopilot.modules.messaging.domain.delivery import EmailDelivery
from careercopilot.modules.messaging.domain.tickets import KeptTicket


class MemoryPersonalViews:
    """Reads committed rows."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._notifications: dict[UUID, NotificationRow] = database.table(NOTIFICATION)
        self._deliveries: dict[UUID, EmailDelivery] = database.table(EMAIL_DELIVERY)
        self._tickets: dict[bytes, KeptTicket] = database.table(SOCKET_TICKET)
        self._announcements: dict[UUID, Announcement] = database.table(ANNOUNCEMENT)

    async def notifications(self, user_id: UUID) -> Sequence[NotificationView]:
        rows = [row for row in self._notifications.values() if row.user_id == user_id]
        return [row.notification.view() for row in sorted(rows, key=lambda row: row.position)]

    async def deliveries(self, user_id: UUID) -> Sequence[EmailDeliveryView]:
        rows = [row for row in self._deliveries.values() if row.user_id == user_id]
        return [row.view() for row in sorted(rows, key=lambda row: row.id)]

    async def tickets(self, user_id: UUID) -> Sequence[SocketTicketRecord]:
        rows = [row for row in self._tickets.values() if row.user_id == user_id]
        return [SocketTicketRecord(row.session_id, row.expires_at) for row in sorted(rows, key=lambda r: r.expires_at)]

    async def announcements(self, user_id: UUID) -> Sequence[AnnouncementRecord]:
        rows = [row for row in self._announcements.values() if row.author_id == user_id]
        return [
            AnnouncementRecord(row.id, row.title, row.body, row.created_at) for row in sorted(rows, key=lambda r: r.id)
        ]
