"""What is to be told by e-mail, in memory."""

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.messaging.rows import EMAIL_DELIVERY
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.api.personal_records import DeliveryState
from careercopilot.modules.messaging.domain.delivery import EmailDelivery


class MemoryEmailDeliveries:
    """One row per thing to be told; there is one transaction at a time."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _rows(self) -> MemoryTable[UUID, EmailDelivery]:
        return self._session.table(EMAIL_DELIVERY)

    async def add_new(self, deliveries: Sequence[EmailDelivery]) -> int:
        known = {(row.user_id, row.source_event_id) for row in self._rows.values()}
        added = 0
        for delivery in deliveries:
            if (delivery.user_id, delivery.source_event_id) not in known:
                known.add((delivery.user_id, delivery.source_event_id))
                self._rows[delivery.id] = copy(delivery)
                added += 1
        return added

    async def claim(self, now: datetime, leased_until: datetime, limit: int) -> Sequence[EmailDelivery]:
        due = sorted((d for d in self._rows.values() if _claimable(d, now)), key=lambda d: (d.due_at, d.id))
        gathered = {d.user_id for d in due[:limit] if d.digest}
        claimed = [d for n, d in enumerate(due) if n < limit or (d.digest and d.user_id in gathered)]
        for delivery in claimed:
            self._rows[delivery.id] = replace(delivery, leased_until=leased_until)
        return [copy(self._rows[delivery.id]) for delivery in claimed]

    async def settle(self, deliveries: Sequence[EmailDelivery], leased_until: datetime) -> None:
        for delivery in deliveries:
            row = self._rows.get(delivery.id)
            if row is not None and row.leased_until == leased_until:
                self._rows[delivery.id] = copy(delivery)

    async def withdraw(self, user_id: UUID, kinds: Collection[NotificationType], now: datetime) -> int:
        mine = [d for d in self._rows.values() if d.user_id == user_id and d.type in kinds]
        waiting = [d for d in mine if d.state is DeliveryState.QUEUED and _nobodys(d, now)]
        for delivery in waiting:
            del self._rows[delivery.id]
        return len(waiting)


def _nobodys(delivery: EmailDelivery, now: datetime) -> bool:
    return delivery.leased_until is None or delivery.leased_until < now


def _claimable(delivery: EmailDelivery, now: datetime) -> bool:
    return delivery.state is DeliveryState.QUEUED and delivery.due_at <= now and _nobodys(delivery, now)
