"""Announcements on PostgreSQL."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.messaging.tables import announcement as t
from careercopilot.modules.messaging.api.models import Priority
from careercopilot.modules.messaging.domain.announcement import Announcement

_COLUMNS = tuple(field.name for field in fields(Announcement))


class PostgresAnnouncements:
    """Whoever tells one holds its row's lock, which ends with the transaction or the process."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, announcement: Announcement) -> None:
        await self._session.connection.execute(insert(t), {name: getattr(announcement, name) for name in _COLUMNS})

    async def next_untold(self) -> Announcement | None:
        row = (await self._session.connection.execute(_NEXT)).one_or_none()
        return None if row is None else _announcement(row)

    async def save(self, announcement: Announcement) -> None:
        told = {"told_up_to": announcement.told_up_to, "told_at": announcement.told_at}
        await self._session.connection.execute(_SAVE, {"told_id": announcement.id, **told})


def _announcement(row: Row[*tuple[Any, ...]]) -> Announcement:
    values = {name: getattr(row, name) for name in _COLUMNS}
    return Announcement(**values | {"priority": Priority(row.priority)})


_NEXT = select(t).where(t.c.told_at.is_(None)).order_by(t.c.id).limit(1).with_for_update(skip_locked=True)
_SAVE = (
    update(t)
    .where(t.c.id == bindparam("told_id"))
    .values(told_up_to=bindparam("told_up_to"), told_at=bindparam("told_at"))
)
