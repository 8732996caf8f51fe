"""The query parameters of the list of jobs."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from litestar.params import QueryParameter

# A comma followed by a space belongs to a name ("Acme, Inc."), a place always may hold one ("Berlin, Germany").
_BETWEEN_VALUES = re.compile(r",")
_BETWEEN_NAMES = re.compile(r";|,(?! )")
_BETWEEN_PLACES = re.compile(r";")


def _several(description: str) -> object:
    return QueryParameter(description=f"{description} Several values with commas between them, or repeated.")


Query = Annotated[
    str | None,
    QueryParameter(description='Words that all must occur, "phrases" in quotes, -word for what must not occur.'),
]
Companies = Annotated[
    list[str] | None,
    QueryParameter(
        description="Words of the employer's name or of its board. Several with `;` or `,` between, or repeated."
    ),
]
Locations = Annotated[
    list[str] | None,
    QueryParameter(
        description="Words of a place, such as `Berlin, Germany`. Several places with `;` between, or repeated."
        " `remote` means `remote=remote`."
    ),
]
Countries = Annotated[list[str] | None, _several("ISO 3166-1 codes or names of countries.")]
Remotes = Annotated[list[str] | None, _several("remote, hybrid, onsite, unknown.")]
EmploymentTypes = Annotated[list[str] | None, _several("full_time, part_time, contract and so on.")]
Seniorities = Annotated[list[str] | None, _several("intern, junior, mid, senior and so on.")]
SalaryMin = Annotated[
    float | None,
    QueryParameter(
        description="The least that a year should pay, held against the most that is offered. Numbers are compared"
        " as they are; add `currency` to compare like with like."
    ),
]
Currencies = Annotated[list[str] | None, _several("ISO 4217 codes.")]
Skills = Annotated[list[str] | None, _several("Skills that a job all must name.")]
Sources = Annotated[list[str] | None, _several("Where a job was seen.")]
PostedAfter = Annotated[date | None, QueryParameter(description="Posted on this day or later.")]
Statuses = Annotated[list[str] | None, _several("open (unless given), closed.")]
Sort = Annotated[
    list[str] | None,
    _several("-posted_date, posted_date, -salary, salary, or relevance alone; minus is descending."),
]
Facets = Annotated[
    list[str] | None,
    _several("company, location, remote, employment_type, seniority, source, country, skills."),
]
IncludeHidden = Annotated[bool, QueryParameter(description="Show what one has hidden, too.")]
IncludeUnknown = Annotated[
    bool,
    QueryParameter(description="Keep jobs that do not say what a filter asks for; `unknown_counts` tells how many."),
]


def listed(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return values that are given one by one, or with commas between them."""
    return _split(_BETWEEN_VALUES, given)


def names(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return names of employers."""
    return _split(_BETWEEN_NAMES, given)


def places(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return places."""
    return _split(_BETWEEN_PLACES, given)


def _split(between: re.Pattern[str], given: Sequence[str] | None) -> tuple[str, ...]:
    if not given:
        return ()
    parts = (part.strip() for text in given for part in between.split(text))
    return tuple(part for part in parts if part)
