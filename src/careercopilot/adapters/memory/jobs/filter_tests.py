"""Filters as tests of a job's search row."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from careercopilot.adapters.memory.jobs.rows import JobSearchRow
from careercopilot.adapters.memory.jobs.word_index import holds_any, matches
from careercopilot.modules.jobs.api.models import EmploymentType, JobStatus, Remote
from careercopilot.modules.jobs.domain.job_filters import JobFilters, lacking_too

Test = Callable[[JobFilters, JobSearchRow], bool]


def pay(row: JobSearchRow) -> float | None:
    """Return what lists compare: the most that is paid, else the least."""
    return row.salary_min if row.salary_max is None else row.salary_max


_PASSES: Mapping[str, Test] = MappingProxyType(
    {
        "search": lambda f, row: f.search is None or matches(f.search, row),
        "company": lambda f, row: holds_any(f.company, row.company_words),
        "location": lambda f, row: holds_any(f.location, row.place_words),
        "country": lambda f, row: any(code.casefold() in row.countries for code in f.country),
        "remote": lambda f, row: row.remote in f.remote,
        "employment_type": lambda f, row: row.employment_type in f.employment_type,
        "seniority": lambda f, row: row.seniority in f.seniority,
        "salary_min": lambda f, row: (paid := pay(row)) is not None and paid >= (f.salary_min or 0),
        "currency": lambda f, row: row.currency in f.currency,
        "skills": lambda f, row: set(f.skills) <= set(row.skills),
        "visa_sponsorship": lambda f, row: row.visa_sponsorship == f.visa_sponsorship,
        "source": lambda f, row: not set(f.source).isdisjoint(row.sources),
        "posted_after": lambda f, row: f.posted_after is None or row.sort_date >= f.posted_after,
        "status": lambda f, row: (JobStatus.OPEN if row.open else JobStatus.CLOSED) in f.status,
    }
)
_LACKS: Mapping[str, Callable[[JobSearchRow], bool]] = MappingProxyType(
    {
        "location": lambda row: not row.place_words,
        "country": lambda row: not row.countries,
        "remote": lambda row: row.remote is Remote.UNKNOWN,
        "employment_type": lambda row: row.employment_type is EmploymentType.UNKNOWN,
        "seniority": lambda row: row.seniority is None,
        "salary_min": lambda row: pay(row) is None,
        "currency": lambda row: row.currency is None,
        "skills": lambda row: not row.skills,
        "visa_sponsorship": lambda row: row.visa_sponsorship is None,
    }
)


def passes(filters: JobFilters, row: JobSearchRow, lacking: str | None = None) -> bool:
    """Tell whether a job passes every filter; with ``lacking``, whether it passes all others and lacks that field."""
    return all(
        _LACKS[name](row) if name in lacking_too(lacking) else _passes(filters, name, row)
        for name in _PASSES
        if getattr(filters, name) not in (None, ())
    )


def _passes(filters: JobFilters, name: str, row: JobSearchRow) -> bool:
    if filters.include_unknown and name in _LACKS and _LACKS[name](row):
        return True
    return _PASSES[name](filters, row)
