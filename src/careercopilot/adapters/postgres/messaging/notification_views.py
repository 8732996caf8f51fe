"""Notifications on PostgreSQL, for reading."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Row, Uuid, bindparam, func, literal, select, true
from sqlalchemy.dialects.postgresql import ARRAY

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.messaging.tables import mailbox
from careercopilot.adapters.postgres.messaging.tables import notification as t
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.messaging.api.models import (
    FeedBatch,
    FeedPlace,
    NotificationFilter,
    NotificationOrder,
    NotificationType,
    NotificationView,
    Priority,
)
from careercopilot.modules.messaging.domain.replay import Landmarks


class PostgresNotificationViews:
    """Reads committed rows, always by the person they belong to."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def page(
        self, user_id: UUID, wanted: NotificationFilter, order: NotificationOrder, request: PageRequest
    ) -> Page[NotificationView]:
        conditions = _conditions(user_id, wanted)
        rows = _VIEW.where(*conditions).order_by(*_ORDER[order]).limit(request.limit).offset(request.offset)
        some = select(literal(1)).where(*conditions).limit(COUNT_CAP + 1).subquery()
        async with self._engine.connect() as connection:
            items = tuple(_view(row) for row in await connection.execute(rows))
            total = (await connection.execute(select(func.count()).select_from(some))).scalar_one()
        return Page(items, request, *capped(total))

    async def find(self, user_id: UUID, notification_id: UUID) -> NotificationView | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_FIND, {"user_id": user_id, "id": notification_id})).one_or_none()
        return None if row is None else _view(row)

    async def count_unread(self, user_id: UUID, cap: int) -> int:
        async with self._engine.connect() as connection:
            count = await connection.execute(_COUNT_UNREAD, {"user_id": user_id, "cap": cap})
        return count.scalar_one()

    async def after(self, places: Sequence[FeedPlace], limit: int) -> Sequence[FeedBatch]:
        wanted = {
            "user_ids": [place.user_id for place in places],
            "positions": [place.position for place in places],
            "limit": limit,
        }
        found: list[list[NotificationView]] = [[] for _ in places]
        reached = [place.position for place in places]
        async with self._engine.connect() as connection:
            for row in await connection.execute(_AFTER, wanted):
                found[row.place - 1].append(_view(row))
                reached[row.place - 1] = row.position
        return [FeedBatch(tuple(items), position) for items, position in zip(found, reached, strict=True)]

    async def landmarks(self, user_id: UUID, seen: UUID | None, recent_since: datetime) -> Landmarks:
        wanted = {"user_id": user_id, "seen": seen, "since": recent_since}
        async with self._engine.connect() as connection:
            row = (await connection.execute(_LANDMARKS, wanted)).one()
        return Landmarks(row.newest or 0, row.seen, row.oldest_unread)

    async def newest_id_up_to(self, user_id: UUID, position: int) -> UUID | None:
        async with self._engine.connect() as connection:
            found = await connection.execute(_NEWEST_UP_TO, {"user_id": user_id, "position": position})
        return found.scalar_one_or_none()


def _conditions(user_id: UUID, wanted: NotificationFilter) -> list[ColumnElement[bool]]:
    conditions = [t.c.user_id == user_id]
    if wanted.read is not None:
        conditions.append(t.c.read_at.is_not(None) if wanted.read else t.c.read_at.is_(None))
    if wanted.type is not None:
        conditions.append(t.c.type == wanted.type)
    if wanted.priority is not None:
        conditions.append(t.c.priority == wanted.priority)
    return conditions


def _view(row: Row[*tuple[Any, ...]]) -> NotificationView:
    return NotificationView(
        id=row.id,
        type=NotificationType(row.type),
        priority=Priority(row.priority),
        title=row.title,
        body=row.body,
        data=row.data,
        action_url=row.action_url,
        read_at=row.read_at,
        created_at=row.created_at,
    )


_VIEW = select(
    t.c.id, t.c.type, t.c.priority, t.c.title, t.c.body, t.c.data, t.c.action_url, t.c.read_at, t.c.created_at
)
_ORDER = {
    NotificationOrder.NEWEST_FIRST: (t.c.created_at.desc(), t.c.id.desc()),
    NotificationOrder.OLDEST_FIRST: (t.c.created_at, t.c.id),
}
_mine = t.c.user_id == bindparam("user_id")
_unread = t.c.read_at.is_(None)
_FIND = _VIEW.where(_mine, t.c.id == bindparam("id"))
_COUNT_UNREAD = select(func.count()).select_from(
    select(literal(1)).where(_mine, _unread).limit(bindparam("cap")).subquery()
)
_places = (
    func.unnest(bindparam("user_ids", type_=ARRAY(Uuid)), bindparam("positions", type_=ARRAY(BigInteger)))
    .table_valued("user_id", "position", with_ordinality="place", name="places")
    .render_derived()
)
_following = (
    _VIEW.add_columns(t.c.position)
    .where(t.c.user_id == _places.c.user_id, t.c.position > _places.c.position)
    .order_by(t.c.position)
    .limit(bindparam("limit"))
    .lateral("following")
)
_AFTER = (
    select(_places.c.place, *_following.c)
    .select_from(_places.join(_following, true()))
    .order_by(_places.c.place, _following.c.position)
)
_LANDMARKS = select(
    select(mailbox.c.last_position).where(mailbox.c.user_id == bindparam("user_id")).scalar_subquery().label("newest"),
    select(t.c.position).where(_mine, t.c.id == bindparam("seen", type_=t.c.id.type)).scalar_subquery().label("seen"),
    select(func.min(t.c.position))
    .where(_mine, _unread, t.c.created_at >= bindparam("since"))
    .scalar_subquery()
    .label("oldest_unread"),
)
_NEWEST_UP_TO = (
    select(t.c.id).where(_mine, t.c.position <= bindparam("position")).order_by(t.c.position.desc()).limit(1)
)
