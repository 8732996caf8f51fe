"""Filters and sorts of a list, as SQL."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Text, all_, any_, cast, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import ColumnElement, UnaryExpression

from careercopilot.adapters.postgres.tracking.tables import application as t
from careercopilot.modules.tracking.api.models import (
    ApplicationFilters,
    ApplicationPriority,
    ApplicationStatus,
    Order,
    SortField,
)

_SORT: dict[SortField, ColumnElement[object]] = {
    "updated_at": t.c.updated_at,
    "created_at": t.c.created_at,
    "applied_at": t.c.applied_at,
    "next_action_at": t.c.next_action_at,
    "title": func.lower(t.c.title),
    "company": func.lower(t.c.company),
    "priority": func.array_position(literal([p.value for p in ApplicationPriority], ARRAY(Text)), t.c.priority),
    "status": func.array_position(literal([s.value for s in ApplicationStatus], ARRAY(Text)), t.c.status),
}
_WORDS_IN = t.c.title + "\n" + t.c.company + "\n" + t.c.notes


def conditions(user_id: UUID, filters: ApplicationFilters) -> Iterator[ColumnElement[bool]]:
    """Return what a row must fulfil."""
    yield t.c.user_id == user_id
    yield t.c.archived.is_(filters.archived)
    if filters.statuses:
        yield t.c.status == any_(literal([status.value for status in filters.statuses], ARRAY(Text)))
    if filters.company is not None:
        yield t.c.company.icontains(filters.company, autoescape=True)
    if filters.tag is not None:
        tag = func.unnest(t.c.tags).column_valued("tag")
        yield select(tag).where(func.lower(tag) == func.lower(filters.tag)).exists()
    if filters.q is not None:
        yield _WORDS_IN.ilike(all_(cast([_pattern(word) for word in filters.q.split()], ARRAY(Text))))
    if filters.updated_after is not None:
        yield t.c.updated_at > filters.updated_after


def ordering(order: Sequence[Order]) -> Iterator[UnaryExpression[object]]:
    """Return the sort keys, with what lacks a value last and ties the newest first."""
    for key in order:
        column = _SORT[key.field]
        yield (column.desc() if key.descending else column.asc()).nulls_last()
    yield t.c.id.desc()


def _pattern(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
