"""Facets: the frequent values of the jobs found."""

from collections.abc import Sequence
from typing import Final

from careercopilot.kernel.errors import InvalidInput

FACETS: Final = (
    "company", "location", "remote", "employment_type", "seniority", "source", "country", "skills",
)  # fmt: skip
FACET_VALUES: Final = 20
COUNTED_JOBS: Final = 10_000


def read_facets(names: Sequence[str]) -> tuple[str, ...]:
    """Return the facets asked for, each once. Raises InvalidInput for one that there is not."""
    wanted = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    for name in wanted:
        if name not in FACETS:
            raise InvalidInput("facets", f"{name[:100]!r} is not one of {', '.join(FACETS)}")
    return wanted
