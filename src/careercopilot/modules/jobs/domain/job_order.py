"""The order of a list of jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.domain.job_filters import JobFilters

# Ranking looks at so many of the newest matches; what is older follows them by date.
RANKED_CANDIDATES: Final = 300

_RELEVANCE = "relevance"
_SORTS = ("-posted_date", "posted_date", "-salary", "salary", _RELEVANCE)


@dataclass(frozen=True)
class SortKey:
    """One field to sort by; a job without pay comes last either way."""

    field: Literal["posted_date", "salary"]
    descending: bool


@dataclass(frozen=True)
class JobOrder:
    """Sorted by ``keys``, the id deciding between equals in the first key's direction.

    Ranked: the newest RANKED_CANDIDATES by how well they fit the words, then the others by date.
    """

    keys: tuple[SortKey, ...]
    ranked: bool = False

    @property
    def name(self) -> str:
        """As it is asked for."""
        if self.ranked:
            return _RELEVANCE
        return ",".join(("-" if key.descending else "") + key.field for key in self.keys)


NEWEST_FIRST = JobOrder((SortKey("posted_date", descending=True),))
BEST_FIRST = JobOrder(NEWEST_FIRST.keys, ranked=True)


def read_order(sort: Sequence[str], filters: JobFilters) -> JobOrder:
    """Return the order asked for; the default is relevance with ``q``, else the newest first."""
    names = [name.strip() for name in sort if name.strip()]
    wanted = filters.search is not None and bool(filters.search.wanted)
    if not names:
        return BEST_FIRST if wanted else NEWEST_FIRST
    for name in names:
        _check(name)
    if _RELEVANCE not in names:
        return _by_fields(names)
    if len(names) > 1:
        raise InvalidInput("sort", "relevance stands alone")
    if filters.search is None:
        raise InvalidInput("sort", "relevance needs q")
    return BEST_FIRST if wanted else NEWEST_FIRST


def _check(name: str) -> None:
    if name == "match":
        raise InvalidInput("sort", f"match is not available yet; known: {', '.join(_SORTS)}")
    if name not in _SORTS:
        raise InvalidInput("sort", f"{name[:100]!r} is not one of {', '.join(_SORTS)}")


def _by_fields(names: Sequence[str]) -> JobOrder:
    fields = [name.removeprefix("-") for name in names]
    if len(set(fields)) < len(fields):
        raise InvalidInput("sort", "names a field twice")
    return JobOrder(
        tuple(
            SortKey(cast('Literal["posted_date", "salary"]', field), name.startswith("-"))
            for name, field in zip(names, fields, strict=True)
        )
    )
