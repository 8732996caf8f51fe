"""Filters as conditions on ``jobs.job_search s``, and as the values that go with them."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from careercopilot.modules.jobs.api.models import JobStatus
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.search_text import SearchQuery, fold

_LONGEST_WORD = 500  # beyond 2046 bytes the server refuses a word; no word of ours is half as long

PAY = "coalesce(s.salary_max, s.salary_min)"
OF_EVERYBODY = "(s.owner_id IS NULL OR s.owner_id = :viewer)"
NOT_HIDDEN = "s.job_id NOT IN (SELECT h.job_id FROM jobs.hidden_job h WHERE h.user_id = :viewer)"

PASSES: Mapping[str, str] = MappingProxyType(
    {
        "q": "s.document @@ to_tsquery('jobs.words', :q)",
        "company": "s.company @@ to_tsquery('jobs.words', :company)",
        "location": "s.places @@ to_tsquery('jobs.words', :location)",
        "country": "s.countries && :country",
        "remote": "s.remote = ANY(:remote)",
        "employment_type": "s.employment_type = ANY(:employment_type)",
        "seniority": "s.seniority = ANY(:seniority)",
        "salary_min": f"{PAY} >= :salary_min",
        "currency": "s.currency = ANY(:currency)",
        "skills": "s.skills @> :skills",
        "visa_sponsorship": "s.visa_sponsorship = :visa_sponsorship",
        "source": "s.sources && :source",
        "posted_after": "s.sort_date >= :posted_after",
        "open": "s.open",
        "closed": "NOT s.open",
    }
)
LACKS: Mapping[str, str] = MappingProxyType(
    {
        "location": "s.places = ''::tsvector",
        "country": "s.countries = '{}'",
        "remote": "s.remote = 'unknown'",
        "employment_type": "s.employment_type = 'unknown'",
        "seniority": "s.seniority IS NULL",
        "salary_min": f"{PAY} IS NULL",
        "currency": "s.currency IS NULL",
        "skills": "s.skills = '{}'",
        "visa_sponsorship": "s.visa_sponsorship IS NULL",
    }
)
# Conditions that the index by date answers alone.
BY_DATE = frozenset({"posted_after", "open", "closed"})

_FIELDS = {"q": "search"}
_STATUSES = tuple(JobStatus)
_TEXTS = {"remote", "employment_type", "seniority", "currency", "skills", "source"}


def conditions(filters: JobFilters) -> tuple[str, ...]:
    """Name the conditions that the filters come to."""
    named = [name for name in PASSES if getattr(filters, name, None) not in (None, ())]
    if len(filters.status) == 1:
        named.append(filters.status[0].value)
    return tuple(named)


def values(filters: JobFilters) -> dict[str, object]:
    """Return the values of the conditions in use."""
    given = {name: getattr(filters, _FIELDS.get(name, name)) for name in conditions(filters) if name not in _STATUSES}
    return {name: _VALUES[name](value) if name in _VALUES else value for name, value in given.items()}


def _words(search: SearchQuery) -> str:
    wanted = [_adjacent(term.words) for term in search.wanted]
    unwanted = [f"!{_adjacent(term.words)}" for term in search.unwanted]
    return " & ".join(wanted + unwanted)


def _adjacent(words: Iterable[str]) -> str:
    return "'" + " ".join(word[:_LONGEST_WORD] for word in words) + "'"


def _any_text(texts: Iterable[str]) -> str:
    return " | ".join("(" + " & ".join(_adjacent([word]) for word in fold(text).split()) + ")" for text in texts)


def _texts(found: Iterable[str]) -> list[str]:
    return [str(one) for one in found]


def _countries(codes: Iterable[str]) -> list[str]:
    return [code.casefold() for code in codes]


_VALUES: dict[str, Callable[..., object]] = {
    "q": _words,
    "company": _any_text,
    "location": _any_text,
    "country": _countries,
    **dict.fromkeys(_TEXTS, _texts),
}
