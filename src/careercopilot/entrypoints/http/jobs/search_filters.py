"""The filters of saved searches in a request's body: names and values of the list's query parameters."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from careercopilot.entrypoints.http.bodies import given
from careercopilot.entrypoints.http.jobs import list_parameters as p
from careercopilot.modules.jobs.api.job_lists import QUERY_LIMIT, JobQuery
from careercopilot.modules.jobs.api.saved_searches import FilterValue

_Text = Annotated[str, Meta(max_length=QUERY_LIMIT)]
Words = _Text | UnsetType | None
Several = _Text | Annotated[tuple[_Text, ...], Meta(max_length=50)] | UnsetType | None


class FiltersBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a job must be: each filter means what it means for the list of jobs, and takes one value or several."""

    q: Words = UNSET
    company: Several = UNSET
    location: Several = UNSET
    country: Several = UNSET
    remote: Several = UNSET
    employment_type: Several = UNSET
    seniority: Several = UNSET
    salary_min: float | UnsetType | None = UNSET
    currency: Several = UNSET
    skills: Several = UNSET
    visa_sponsorship: bool | UnsetType | None = UNSET
    source: Several = UNSET
    posted_after: date | UnsetType | None = UNSET
    status: Several = UNSET
    include_unknown: bool | UnsetType | None = UNSET

    def given(self) -> Mapping[str, FilterValue | None]:
        """Return the filters given, None for those that are null."""
        return {name: _read(name, value) for name, value in given(self).items()}

    def query(self) -> JobQuery:
        """Return what is asked for."""
        given: dict[str, Any] = {name: value for name, value in self.given().items() if value is not None}
        return JobQuery(**given)


_SPLIT: Mapping[str, Callable[[Sequence[str] | None], tuple[str, ...]]] = MappingProxyType(
    {"company": p.names, "location": p.places}
)
_SINGLE = frozenset({"q"})


def _read(name: str, value: FilterValue | None) -> FilterValue | None:
    if name in _SINGLE or not isinstance(value, str | tuple):
        return value
    return _SPLIT.get(name, p.listed)([value] if isinstance(value, str) else value)
