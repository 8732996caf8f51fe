"""Which jobs a list shows: what was asked for, checked and put in one form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.job_lists import QUERY_LIMIT, JobQuery
from careercopilot.modules.jobs.api.models import EmploymentType, JobStatus, Remote
from careercopilot.modules.jobs.domain.filter_values import checked_text, country, currency, one_of, searchable
from careercopilot.modules.jobs.domain.search_text import SearchQuery, fold, parse_query
from careercopilot.modules.jobs.domain.seniority import SENIORITIES

_MOST_VALUES = 50
_ANY_PLACE = "remote"

T = TypeVar("T")

# The filters whose field a job may lack.
LACKABLE = (
    "location", "country", "remote", "employment_type", "seniority", "salary_min", "currency", "skills",
    "visa_sponsorship",
)  # fmt: skip

_OF_PAY = frozenset({"salary_min", "currency"})


def lacking_too(lacking: str | None) -> frozenset[str]:
    """Name the filters that ask for the same thing: a job that says nothing of its pay passes neither of the two."""
    if lacking is None:
        return frozenset()
    return _OF_PAY if lacking in _OF_PAY else frozenset({lacking})


@dataclass(frozen=True, kw_only=True)
class JobFilters:
    """Checked filters. Of several values any will do; of ``skills`` a job needs all; an empty one is not applied."""

    q: str | None = None
    search: SearchQuery | None = None
    company: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    remote: tuple[Remote, ...] = ()
    employment_type: tuple[EmploymentType, ...] = ()
    seniority: tuple[str, ...] = ()
    salary_min: float | None = None
    currency: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    visa_sponsorship: bool | None = None
    source: tuple[str, ...] = ()
    posted_after: date | None = None
    status: tuple[JobStatus, ...] = (JobStatus.OPEN,)
    include_hidden: bool = False
    include_unknown: bool = False

    def applied(self) -> dict[str, object]:
        """Return the filters in use by their public names, as a client could send them again."""
        named = {
            name: [value.value if isinstance(value, StrEnum) else value for value in getattr(self, name)]
            for name in _LISTS
            if getattr(self, name)
        }
        single = {name: getattr(self, name) for name in _SINGLES if getattr(self, name) is not None}
        switched = {name: True for name in ("include_hidden", "include_unknown") if getattr(self, name)}
        return {**single, **named, **switched}

    def lackable(self) -> tuple[str, ...]:
        """Name the filters in use whose field a job may lack."""
        return tuple(name for name in LACKABLE if getattr(self, name) not in (None, ()))

    def searching(self, search: SearchQuery) -> "JobFilters":
        """Return the same filters with other words to search for."""
        return replace(self, search=search)


_SINGLES = ("q", "salary_min", "visa_sponsorship", "posted_after")
_LISTS = (
    "company", "location", "country", "remote", "employment_type", "seniority", "currency", "skills", "source",
    "status",
)  # fmt: skip


def read_filters(query: JobQuery, sources: Sequence[str]) -> JobFilters:
    """Check what was asked for, ``sources`` being those there are. Raises InvalidInput: the filter, what it takes."""
    places = _each("location", query.location, searchable)
    anywhere = (Remote.REMOTE,) if any(fold(place) == _ANY_PLACE for place in places) else ()
    remote = _each("remote", query.remote, lambda field, value: one_of(field, value, Remote))
    q, search = _search(query.q)
    return JobFilters(
        q=q,
        search=search,
        company=_each("company", query.company, searchable),
        location=tuple(place for place in places if fold(place) != _ANY_PLACE),
        country=_each("country", query.country, country),
        remote=tuple(dict.fromkeys(remote + anywhere)),
        employment_type=_each(
            "employment_type", query.employment_type, lambda field, value: one_of(field, value, EmploymentType)
        ),
        seniority=_each("seniority", query.seniority, lambda field, value: one_of(field, value, SENIORITIES)),
        salary_min=_amount(query.salary_min),
        currency=_each("currency", query.currency, currency),
        skills=_each("skills", query.skills, lambda field, value: checked_text(field, value).casefold()),
        visa_sponsorship=query.visa_sponsorship,
        source=_each("source", query.source, lambda field, value: one_of(field, value, sources)),
        posted_after=query.posted_after,
        status=_each("status", query.status, lambda field, value: one_of(field, value, JobStatus)) or (JobStatus.OPEN,),
        include_hidden=query.include_hidden,
        include_unknown=query.include_unknown,
    )


def _search(text: str | None) -> tuple[str | None, SearchQuery | None]:
    if text is None or not text.strip():
        return None, None
    if len(text) > QUERY_LIMIT:
        raise InvalidInput("q", f"must be at most {QUERY_LIMIT} characters")
    search = parse_query(checked_text("q", text, QUERY_LIMIT))
    if not search.wanted and not search.unwanted:
        raise InvalidInput("q", "has no word to search for")
    return text.strip(), search


def _amount(value: float | None) -> float | None:
    if value is not None and not (isfinite(value) and value >= 0):
        raise InvalidInput("salary_min", "must be a number, 0 or more")
    return value


def _each(field: str, values: Sequence[str], read: Callable[[str, str], T]) -> tuple[T, ...]:
    if len(values) > _MOST_VALUES:
        raise InvalidInput(field, f"takes at most {_MOST_VALUES} values")
    return tuple(dict.fromkeys(read(field, value) for value in values if value.strip()))
