"""What is to be told by e-mail, on PostgreSQL."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Table, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.messaging.tables import email_delivery as t
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.api.personal_records import DeliveryState
from careercopilot.modules.messaging.domain.delivery import EmailDelivery

_COLUMNS = tuple(field.name for field in fields(EmailDelivery))
_CHANGING = ("state", "attempts", "due_at", "leased_until", "last_error", "settled_at")
_CLAIMING = 7_302_451_911  # any number that nobody else locks


class PostgresEmailDeliveries:
    """One row per thing to be told; a lease is a time on it."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add_new(self, deliveries: Sequence[EmailDelivery]) -> int:
        rows = [{name: getattr(delivery, name) for name in _COLUMNS} for delivery in deliveries]
        return len((await self._session.connection.execute(_ADD, rows)).all()) if rows else 0

    async def claim(self, now: datetime, leased_until: datetime, limit: int) -> Sequence[EmailDelivery]:
        # One at a time, for the few milliseconds of it, so that no two tear a digest apart.
        await self._session.connection.execute(_ONE_AT_A_TIME)
        wanted = {"now": now, "lease": leased_until, "limit": limit}
        return [_delivery(row) for row in await self._session.connection.execute(_CLAIM, wanted)]

    async def settle(self, deliveries: Sequence[EmailDelivery], leased_until: datetime) -> None:
        rows = [
            {"settled_id": delivery.id, "lease": leased_until, **{name: getattr(delivery, name) for name in _CHANGING}}
            for delivery in deliveries
        ]
        await self._session.connection.execute(_SETTLE, rows)

    async def withdraw(self, user_id: UUID, kinds: Collection[NotificationType], now: datetime) -> int:
        mine = and_(t.c.user_id == user_id, t.c.type.in_(sorted(kinds)))
        waiting = and_(t.c.state == DeliveryState.QUEUED, _nobodys(t))
        withdrawn = await self._session.connection.execute(delete(t).where(mine, waiting), {"now": now})
        return withdrawn.rowcount


def _delivery(row: Row[*tuple[Any, ...]]) -> EmailDelivery:
    values = {name: getattr(row, name) for name in _COLUMNS}
    return EmailDelivery(
        **values | {"type": NotificationType(row.type), "state": DeliveryState(row.state)},
    )


def _nobodys(row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - the table or an alias of it
    return or_(row.c.leased_until.is_(None), row.c.leased_until < bindparam("now"))


def _claimable(row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    return and_(row.c.state == DeliveryState.QUEUED.value, row.c.due_at <= bindparam("now"), _nobodys(row))


_ADD = insert(t).on_conflict_do_nothing(index_elements=[t.c.user_id, t.c.source_event_id]).returning(t.c.id)
_ONE_AT_A_TIME = select(func.pg_advisory_xact_lock(_CLAIMING))
# Rows that somebody is just changing, to withdraw them or to forget their person, are passed over: who claims several
# and waits for some could be waited for.
_due = (
    select(t.c.id, t.c.user_id, t.c.digest)
    .where(_claimable(t))
    .order_by(t.c.due_at, t.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_rest: Table = t.alias("rest")  # type: ignore[assignment] # an alias has the same columns
_same_digest = (
    select(_rest.c.id)
    .join_from(_due, _rest, and_(_due.c.digest, _rest.c.digest, _rest.c.user_id == _due.c.user_id))
    .where(_claimable(_rest))
    .with_for_update(of=_rest, skip_locked=True)
    .cte("same_digest")
)
_CLAIM = (
    update(t)
    .where(t.c.id.in_(select(_due.c.id).union(select(_same_digest.c.id))), _claimable(t))
    .values(leased_until=bindparam("lease"))
    .returning(t)
)
_SETTLE = (
    update(t)
    .where(t.c.id == bindparam("settled_id"), t.c.leased_until == bindparam("lease"))
    .values({name: bindparam(name) for name in _CHANGING})
)
