"""The statements of lists. Each combination of filters is put together once and kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from careercopilot.adapters.postgres.jobs.card_sql import CARD
from careercopilot.adapters.postgres.jobs.search_conditions import (
    BY_DATE,
    LACKS,
    NOT_HIDDEN,
    OF_EVERYBODY,
    PASSES,
    PAY,
)
from careercopilot.adapters.postgres.jobs.statements import Statement, prepared
from careercopilot.kernel.paging import COUNT_CAP
from careercopilot.modules.jobs.domain.job_filters import lacking_too
from careercopilot.modules.jobs.domain.job_order import RANKED_CANDIDATES, JobOrder, SortKey

_NEWEST = "s.sort_date DESC, s.job_id DESC"


@dataclass(frozen=True)
class Shape:
    """What distinguishes one list statement from another."""

    conditions: tuple[str, ...]
    lackable: tuple[str, ...]
    include_hidden: bool
    include_unknown: bool


@lru_cache(maxsize=1024)
def list_statement(shape: Shape, order: JobOrder, start: Literal["offset", "after"]) -> Statement:
    """Return the statement of a page: its cards as one JSON text, the count, and a count per lackable filter."""
    hits = _ranked(shape) if order.ranked and start == "offset" else _sorted(shape, order, start)
    unknown = [f"({_count(shape, lacking=name)}) AS unknown_{name}" for name in shape.lackable]
    cards = f"SELECT json_agg(card ORDER BY card.place)::text FROM ({CARD}) card"  # noqa: S608 - constants of ours
    columns = [f"({cards}) AS cards", f"({_count(shape)}) AS total", *unknown]
    return prepared(f"WITH hits AS MATERIALIZED ({hits}) SELECT {', '.join(columns)}")


def where(shape: Shape, lacking: str | None = None) -> str:
    """Return the condition of a shape; with ``lacking``, of the jobs that pass all else but lack that field."""
    tests = [OF_EVERYBODY] if shape.include_hidden else [OF_EVERYBODY, NOT_HIDDEN]
    for name in shape.conditions:
        if name in lacking_too(lacking):
            tests.append(LACKS[name])
        elif name in shape.lackable and shape.include_unknown:
            tests.append(f"({PASSES[name]} OR {LACKS[name]})")
        else:
            tests.append(PASSES[name])
    return " AND ".join(tests)


def _count(shape: Shape, lacking: str | None = None) -> str:
    # Walking the index by date is cheapest where it answers the whole question; elsewhere the order would cost.
    order = f"ORDER BY {_NEWEST}" if BY_DATE.issuperset(shape.conditions) else ""
    matches = f"SELECT FROM jobs.job_search s WHERE {where(shape, lacking)} {order} LIMIT {COUNT_CAP + 1}"
    return f"SELECT count(*) FROM ({matches}) counted"  # noqa: S608 - constants of ours


def _sorted(shape: Shape, order: JobOrder, start: Literal["offset", "after"]) -> str:
    keys = order.keys
    condition = where(shape) if start == "offset" else f"{where(shape)} AND {_behind(keys)}"
    begin = "OFFSET :offset" if start == "offset" else ""
    return (
        f"SELECT s.job_id AS id, s.sort_date, {PAY} AS pay, row_number() OVER (ORDER BY {_by(keys)}) AS place"  # noqa: S608
        f" FROM jobs.job_search s WHERE {condition} ORDER BY {_by(keys)} LIMIT :limit {begin}"
    )


def _ranked(shape: Shape) -> str:
    """Rank the newest candidates; behind them go the others, by date."""
    newest = f"FROM jobs.job_search s WHERE {where(shape)} ORDER BY {_NEWEST}"
    score = "ts_rank(newest.document, to_tsquery('jobs.words', :q))"
    candidates = f"SELECT s.job_id, s.sort_date, s.document {newest} LIMIT {RANKED_CANDIDATES}"
    first_other = f"greatest(:offset, {RANKED_CANDIDATES})"
    return f"""
        (SELECT newest.job_id AS id, newest.sort_date, NULL::float8 AS pay,
            row_number() OVER (ORDER BY {score} DESC, newest.sort_date DESC, newest.job_id DESC) AS place
         FROM ({candidates}) newest ORDER BY place LIMIT :limit OFFSET :offset)
        UNION ALL
        (SELECT s.job_id AS id, s.sort_date, NULL::float8 AS pay,
            {RANKED_CANDIDATES} + row_number() OVER (ORDER BY {_NEWEST}) AS place
         {newest} LIMIT greatest(0, :offset + :limit - {first_other}) OFFSET {first_other})
    """  # noqa: S608 - constants of ours


def _expression(key: SortKey) -> str:
    if key.field == "posted_date":
        return "s.sort_date"
    return f"coalesce({PAY}, '{'-' if key.descending else ''}Infinity')"


def _by(keys: Sequence[SortKey]) -> str:
    ordered = [(_expression(key), key.descending) for key in keys]
    ordered.append(("s.job_id", keys[0].descending))
    return ", ".join(f"{expression} {'DESC' if descending else 'ASC'}" for expression, descending in ordered)


def _behind(keys: Sequence[SortKey]) -> str:
    """Return the condition of the rows behind a position."""
    columns = [(_expression(key), f":after_{key.field}", key.descending) for key in keys]
    columns.append(("s.job_id", ":after_id", keys[0].descending))
    if len({descending for *_, descending in columns}) == 1:
        row, position = ", ".join(c[0] for c in columns), ", ".join(c[1] for c in columns)
        return f"({row}) {'<' if keys[0].descending else '>'} ({position})"
    steps = []
    for number, (expression, value, descending) in enumerate(columns):
        equal = [f"{e} = {v}" for e, v, _ in columns[:number]]
        steps.append(" AND ".join([*equal, f"{expression} {'<' if descending else '>'} {value}"]))
    return "(" + " OR ".join(f"({step})" for step in steps) + ")"
