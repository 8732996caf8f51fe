"""Orders of lists in memory, and the parts that windows show of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from careercopilot.adapters.memory.jobs.filter_tests import pay
from careercopilot.adapters.memory.jobs.rows import JobSearchRow
from careercopilot.adapters.memory.jobs.word_index import rank
from careercopilot.modules.jobs.domain.job_order import NEWEST_FIRST, RANKED_CANDIDATES, JobOrder
from careercopilot.modules.jobs.domain.job_positions import After, Position, Ranked, SortValue
from careercopilot.modules.jobs.domain.search_text import SearchQuery
from careercopilot.modules.jobs.ports.job_views import Window

_Place = tuple[float, ...]


def in_order(rows: Iterable[JobSearchRow], order: JobOrder, search: SearchQuery | None) -> list[JobSearchRow]:
    """Return the rows as a list shows them."""
    keys = NEWEST_FIRST if order.ranked else order
    by_field = sorted(rows, key=lambda row: _place(keys, _values(keys, row), row.job_id))
    if not order.ranked or search is None:
        return by_field
    candidates = sorted(by_field[:RANKED_CANDIDATES], key=lambda row: -rank(search, row))
    return candidates + by_field[RANKED_CANDIDATES:]


def slice_of(
    listed: Sequence[JobSearchRow], order: JobOrder, window: Window
) -> tuple[Sequence[JobSearchRow], Position | None]:
    """Return the rows that a window shows, and where the list goes on behind them."""
    begin = _begin(listed, order, window)
    end = begin + window.limit
    shown = listed[begin:end]
    if end >= len(listed):
        return shown, None
    if order.ranked and end <= RANKED_CANDIDATES:
        return shown, Ranked(end)
    keys = NEWEST_FIRST if order.ranked else order
    return shown, After(_values(keys, shown[-1]), shown[-1].job_id)


def _begin(listed: Sequence[JobSearchRow], order: JobOrder, window: Window) -> int:
    position = window.position
    if not isinstance(position, After):
        return window.offset if position is None else position.offset
    keys = NEWEST_FIRST if order.ranked else order
    first = RANKED_CANDIDATES if order.ranked else 0
    limit = _place(keys, position.values, position.job_id)
    behind = (at for at in range(first, len(listed)) if _place_of(keys, listed[at]) > limit)
    return next(behind, len(listed))


def _values(order: JobOrder, row: JobSearchRow) -> tuple[SortValue, ...]:
    return tuple(row.sort_date if key.field == "posted_date" else pay(row) for key in order.keys)


def _place_of(order: JobOrder, row: JobSearchRow) -> _Place:
    return _place(order, _values(order, row), row.job_id)


def _place(order: JobOrder, values: tuple[SortValue, ...], job_id: UUID) -> _Place:
    fields = [_number(value, key.descending) for key, value in zip(order.keys, values, strict=True)]
    return (*fields, -job_id.int if order.keys[0].descending else job_id.int)


def _number(value: SortValue, descending: bool) -> float:  # noqa: FBT001 - the one thing that matters of a sort key
    if value is None:
        return float("inf")
    number = value.toordinal() if isinstance(value, date) else value
    return -number if descending else number
