"""The query parameters of the list of applications."""

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from careercopilot.entrypoints.http.answers import applied
from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.tracking.api.models import (
    NEWEST_FIRST,
    ApplicationFilters,
    ApplicationStatus,
    Order,
    SortField,
)

_STATUSES = tuple(status.value for status in ApplicationStatus)
_SORT_FIELDS: dict[str, SortField] = {name: name for name in get_args(SortField)}


def statuses_of(values: Sequence[str] | None) -> tuple[ApplicationStatus, ...]:
    """Read statuses that are given one by one, or with commas between them."""
    found: dict[ApplicationStatus, None] = {}
    for name in _names(values or ()):
        if name not in _STATUSES:
            raise InvalidInput("status", f"must be of {', '.join(_STATUSES)}")
        found[ApplicationStatus(name)] = None
    return tuple(found)


def order_of(value: str | None) -> tuple[Order, ...]:
    """Read sort keys with commas between them, each descending when it has a minus."""
    if value is None:
        return NEWEST_FIRST
    found: dict[str, Order] = {}
    for name in _names([value]):
        field = _SORT_FIELDS.get(name.removeprefix("-"))
        if field is None or field in found:
            raise InvalidInput("sort", f"must be of {', '.join(_SORT_FIELDS)}, each once, with - for descending")
        found[field] = Order(field, descending=name.startswith("-"))
    return tuple(found.values())


def filters_of(
    statuses: tuple[ApplicationStatus, ...],
    company: str | None,
    tag: str | None,
    q: str | None,
    updated_after: datetime | None,
    *,
    archived: bool,
) -> ApplicationFilters:
    """Return the filters with the white space around words taken off."""
    return ApplicationFilters(
        statuses=statuses,
        company=_word(company),
        tag=_word(tag),
        q=_word(q),
        updated_after=updated_after,
        archived=archived,
    )


def echo(filters: ApplicationFilters) -> dict[str, object]:
    """Return the filters that narrow the list, as the answer repeats them."""
    return applied(
        status=list(filters.statuses) or None,
        company=filters.company,
        tag=filters.tag,
        q=filters.q,
        updated_after=filters.updated_after,
        archived=filters.archived,
    )


def _names(values: Sequence[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",")]


def _word(value: str | None) -> str | None:
    return (value or "").strip() or None
