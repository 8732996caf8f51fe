"""All that is held about one person, on PostgreSQL."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, Uuid, bindparam, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.messaging.tables import announcement, email_delivery, notification, socket_ticket
from careercopilot.modules.messaging.api.models import NotificationType, NotificationView, Priority
from careercopilot.modules.messaging.api.personal_records import (
    AnnouncementRecord,
    DeliveryState,
    EmailDeliveryView,
    SocketTicketRecord,
)


class PostgresPersonalViews:
    """Reads committed rows, by the indexes that start with the person."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def notifications(self, user_id: UUID) -> Sequence[NotificationView]:
        return [
            NotificationView(
                *(row.id, NotificationType(row.type), Priority(row.priority), row.title, row.body),
                *(row.data, row.action_url, row.read_at, row.created_at),
            )
            for row in await self._rows(_NOTIFICATIONS, user_id)
        ]

    async def deliveries(self, user_id: UUID) -> Sequence[EmailDeliveryView]:
        return [
            EmailDeliveryView(
                *(row.id, NotificationType(row.type), row.title, row.body, row.digest),
                *(DeliveryState(row.state), row.due_at, row.settled_at, row.created_at),
            )
            for row in await self._rows(_DELIVERIES, user_id)
        ]

    async def tickets(self, user_id: UUID) -> Sequence[SocketTicketRecord]:
        return [SocketTicketRecord(row.session_id, row.expires_at) for row in await self._rows(_TICKETS, user_id)]

    async def announcements(self, user_id: UUID) -> Sequence[AnnouncementRecord]:
        rows = await self._rows(_ANNOUNCEMENTS, user_id)
        return [AnnouncementRecord(row.id, row.title, row.body, row.created_at) for row in rows]

    async def _rows(self, statement: Select[Any], user_id: UUID) -> Sequence[Row[*tuple[Any, ...]]]:
        async with self._engine.connect() as connection:
            return list(await connection.execute(statement, {"person": user_id}))


_person = bindparam("person", type_=Uuid)
_NOTIFICATIONS = select(notification).where(notification.c.user_id == _person).order_by(notification.c.position)
_DELIVERIES = select(email_delivery).where(email_delivery.c.user_id == _person).order_by(email_delivery.c.id)
_TICKETS = select(socket_ticket).where(socket_ticket.c.user_id == _person).order_by(socket_ticket.c.expires_at)
_ANNOUNCEMENTS = select(announcement).where(announcement.c.author_id == _person).order_by(announcement.c.id)
