"""The answer to a search: a page, and what is worth knowing of the rest."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from careercopilot.entrypoints.http.answers import Pagination, pagination_of
from careercopilot.modules.jobs.api.job_lists import FacetValue, JobList
from careercopilot.modules.jobs.api.models import JobCard


class CorrectionAnswer(msgspec.Struct, frozen=True):
    """A word that no job holds, and the one that was searched for in its place."""

    wrong: str = msgspec.field(name="from")
    right: str = msgspec.field(name="to")


class JobListAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A page of jobs.

    `unknown_counts` says for each filter on a field that jobs may lack how many jobs pass all else but lack it.
    `facets` is there when it was asked for: at most twenty values each, counted over the newest 10,000 found.
    """

    data: tuple[JobCard, ...]
    pagination: Pagination
    filters: Mapping[str, Any]
    unknown_counts: Mapping[str, int]
    corrections: tuple[CorrectionAnswer, ...]
    facets: Mapping[str, tuple[FacetValue, ...]] | UnsetType = UNSET


def list_answer(found: JobList) -> JobListAnswer:
    """Return a list as it is answered."""
    return JobListAnswer(
        data=found.page.items,
        pagination=pagination_of(found.page),
        filters=found.filters,
        unknown_counts=found.unknown_counts,
        corrections=tuple(CorrectionAnswer(c.wrong, c.right) for c in found.corrections),
        facets=UNSET if found.facets is None else found.facets,
    )
