"""Counting and choosing a person's applications, as SQL."""

from sqlalchemy import ColumnElement, Select, bindparam, func, literal, select, union_all

from careercopilot.adapters.postgres.insights.tables import application as t
from careercopilot.modules.insights.domain.figures import Reason
from careercopilot.modules.insights.domain.tracked_application import CAN_BE_STALE, ENDS

_mine = (t.c.user_id == bindparam("user"), t.c.deleted.is_(False))

TALLY = (
    select(
        t.c.status,
        t.c.archived,
        func.count().label("all"),
        func.count(t.c.applied_at).label("sent"),
        func.count(t.c.first_response_at).label("responses"),
        func.count().filter(t.c.interview).label("interviews"),
        func.count().filter(t.c.offer).label("offers"),
        func.count().filter(t.c.created_at >= bindparam("lately")).label("added_lately"),
        func.count().filter(t.c.applied_at >= bindparam("lately")).label("sent_lately"),
    )
    .where(*_mine)
    .group_by(t.c.status, t.c.archived)
)

_REASONS: dict[Reason, tuple[ColumnElement[bool], ...]] = {
    Reason.STALE: (
        t.c.status.in_([status.value for status in sorted(CAN_BE_STALE)]),
        t.c.since <= bindparam("stale_since"),
    ),
    Reason.OFFER_PENDING: (t.c.status == "offer",),
    Reason.OPENING_CLOSED: (
        t.c.status.not_in([status.value for status in sorted(ENDS)]),
        t.c.opening_open.is_(False),
    ),
}


def _waiting(reason: Reason, conditions: tuple[ColumnElement[bool], ...]) -> Select[*tuple[object, ...]]:
    return select(
        literal(reason.value).label("reason"),
        func.count().over().label("together"),
        func.row_number().over(order_by=(t.c.since, t.c.id)).label("place"),
        t.c.id,
        t.c.status,
        t.c.since,
    ).where(*_mine, t.c.archived.is_(False), *conditions)


_found = union_all(*(_waiting(reason, conditions) for reason, conditions in _REASONS.items())).subquery()
WAITING = select(_found).where(_found.c.place <= bindparam("most")).order_by(_found.c.reason, _found.c.place)
