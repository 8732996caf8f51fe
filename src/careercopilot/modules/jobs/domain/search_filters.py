"""The filters of saved searches: those of lists, checked by the same rules, kept by their public names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.api.models import JobStatus
from careercopilot.modules.jobs.api.saved_searches import FilterValue
from careercopilot.modules.jobs.domain.job_filters import JobFilters, read_filters

_LONGEST_NAME = 100
_NOTHING = JobQuery()
_NAMES: Final = frozenset(field.name for field in fields(JobQuery)) - {"include_hidden", "sort", "facets"}
# What narrows nothing by itself.
_ATTENDANT: Final = frozenset({"status", "include_unknown"})


def read_search_filters(query: JobQuery, sources: Sequence[str]) -> JobFilters:
    """Check the filters of a saved search. Raises InvalidInput, naming them within ``filters``."""
    try:
        filters = read_filters(query, sources)
    except InvalidInput as wrong:
        raise _within(str(wrong.details["field"]), str(wrong.details["reason"])) from None
    if filters.status != (JobStatus.OPEN,):
        raise _within("status", "a saved search looks for open jobs alone")
    if filters.include_hidden:
        raise _within("include_hidden", "a saved search never tells of hidden jobs")
    if not filters.applied().keys() - _ATTENDANT:
        raise InvalidInput("filters", "at least one filter is needed")
    return filters


def changed_query(filters: JobFilters, changes: Mapping[str, FilterValue | None]) -> JobQuery:
    """Return what is asked for after changes, None taking a filter away. Raises InvalidInput for an unknown name."""
    for name in changes:
        if name not in _NAMES:
            raise _within(name, "is not a filter of saved searches")
    given: dict[str, Any] = {n: getattr(_NOTHING, n) if value is None else value for n, value in changes.items()}
    return replace(_as_query(written(filters)), **given)


def written(filters: JobFilters) -> dict[str, object]:
    """Return the filters in use in a form that JSON can carry."""
    return {n: value.isoformat() if isinstance(value, date) else value for n, value in filters.applied().items()}


def read_again(kept: Mapping[str, object]) -> JobFilters:
    """Return the filters that were written; a source that is no longer read stays what it was.

    The rules of filters may grow wider without further ado; whoever narrows them changes what is kept, too.
    """
    query = _as_query(kept)
    return read_filters(query, query.source)


def name_of(filters: JobFilters) -> str:
    """Return what a search is called that got no name: the words and values it looks for."""
    told = {name: value for name, value in filters.applied().items() if name not in _ATTENDANT}
    words = [_SPOKEN[name](value) if name in _SPOKEN else _spoken(value) for name, value in told.items()]
    name = ", ".join(words)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _within(name: str, reason: str) -> InvalidInput:
    return InvalidInput(f"filters.{name}", reason)


def _as_query(kept: Mapping[str, object]) -> JobQuery:
    values: dict[str, Any] = {n: tuple(value) if isinstance(value, list) else value for n, value in kept.items()}
    if "posted_after" in values:
        values["posted_after"] = date.fromisoformat(values["posted_after"])
    return replace(_NOTHING, **values)


def _spoken(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


_SPOKEN: Final[Mapping[str, Callable[[object], str]]] = {
    "salary_min": lambda amount: f"from {amount:g}",
    "visa_sponsorship": lambda sponsored: "visa sponsorship" if sponsored else "no visa sponsorship",
    "posted_after": lambda day: f"posted after {day}",
    "include_unknown": _spoken,
}
