"""Asking for a list of jobs, and the list that answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from careercopilot.kernel.paging import Page
from careercopilot.modules.jobs.api.models import JobCard

QUERY_LIMIT = 1_000


@dataclass(frozen=True, kw_only=True)
class JobQuery:
    """What a person asks for, as they said it; several values of one filter mean any of them, of ``skills`` all."""

    q: str | None = None
    company: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    employment_type: tuple[str, ...] = ()
    seniority: tuple[str, ...] = ()
    salary_min: float | None = None
    currency: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    visa_sponsorship: bool | None = None
    source: tuple[str, ...] = ()
    posted_after: date | None = None
    status: tuple[str, ...] = ()
    include_hidden: bool = False
    include_unknown: bool = False
    sort: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class FacetValue:
    """How many of the jobs found have this value."""

    value: str
    count: int


@dataclass(frozen=True)
class Correction:
    """A word that no job holds, and the word that was searched for in its place."""

    wrong: str
    right: str


@dataclass(frozen=True, kw_only=True)
class JobList:
    """A page of jobs, the filters that were applied, and what is worth knowing of the rest.

    ``unknown_counts``: for each applied filter on a field that jobs may lack, how many jobs pass every other
    filter and lack that field; counted up to 10,000. ``facets``: the twenty most frequent values of each facet
    asked for, counted over the 10,000 newest of the jobs found.
    """

    page: Page[JobCard]
    filters: Mapping[str, object]
    unknown_counts: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, tuple[FacetValue, ...]] | None = None
    corrections: tuple[Correction, ...] = ()
