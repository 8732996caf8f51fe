"""Filters and sorts of a list, in memory."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from careercopilot.modules.tracking.api.models import (
    ApplicationFilters,
    ApplicationPriority,
    ApplicationStatus,
    Order,
    SortField,
)
from careercopilot.modules.tracking.domain.application import Application

_PRIORITIES = list(ApplicationPriority)
_STATUSES = list(ApplicationStatus)
_SORT: dict[SortField, Callable[[Application], Any]] = {
    "updated_at": lambda a: a.updated_at,
    "created_at": lambda a: a.created_at,
    "applied_at": lambda a: a.applied_at,
    "next_action_at": lambda a: a.details.next_action_at,
    "title": lambda a: a.details.title.lower(),
    "company": lambda a: a.details.company.lower(),
    "priority": lambda a: _PRIORITIES.index(a.details.priority),
    "status": lambda a: _STATUSES.index(a.status),
}


def passes(application: Application, user_id: UUID, filters: ApplicationFilters) -> bool:
    """Say whether the application is the user's and passes every filter."""
    details = application.details
    words = f"{details.title}\n{details.company}\n{details.notes}".lower()
    return (
        application.user_id == user_id
        and details.archived is filters.archived
        and (not filters.statuses or application.status in filters.statuses)
        and (filters.company is None or filters.company.lower() in details.company.lower())
        and (filters.tag is None or filters.tag.lower() in {tag.lower() for tag in details.tags})
        and (filters.q is None or all(word in words for word in filters.q.lower().split()))
        and (filters.updated_after is None or application.updated_at > filters.updated_after)
    )


def in_order(applications: Iterable[Application], order: Sequence[Order]) -> list[Application]:
    """Return the applications sorted, with what lacks a value last and ties the newest first."""
    found = sorted(applications, key=lambda a: a.id, reverse=True)
    for key in reversed(order):
        value = _SORT[key.field]
        known = [application for application in found if value(application) is not None]
        unknown = [application for application in found if value(application) is None]
        found = sorted(known, key=value, reverse=key.descending) + unknown
    return found
