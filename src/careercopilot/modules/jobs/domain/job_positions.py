"""Places in a list of jobs, and the cursors that carry them from page to page."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date
from math import isfinite
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.domain.job_order import NEWEST_FIRST, RANKED_CANDIDATES, JobOrder

_LONGEST = 500

SortValue = date | float | None


@dataclass(frozen=True)
class After:
    """Behind the job that has these values of the sort keys and this id."""

    values: tuple[SortValue, ...]
    job_id: UUID


@dataclass(frozen=True)
class Ranked:
    """So many jobs into the ranked ones."""

    offset: int


Position = After | Ranked


def write_cursor(order: JobOrder, position: Position) -> str:
    """Return the position as opaque text, good for the same order."""
    if isinstance(position, Ranked):
        place: list[object] = [position.offset]
    else:
        values = [value.isoformat() if isinstance(value, date) else value for value in position.values]
        place = [*values, str(position.job_id)]
    packed = json.dumps([order.name, *place], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_cursor(order: JobOrder, cursor: str) -> Position:
    """Return the position that a page of the same order gave. Raises InvalidInput."""
    try:
        name, *place = _unpack(cursor)
        if name != order.name:
            raise InvalidInput("cursor", "belongs to a list in another order")
        return _position(order, place)
    except (ValueError, TypeError, AttributeError, binascii.Error, RecursionError):
        raise InvalidInput("cursor", "is not one that a page gave") from None


def _unpack(cursor: str) -> list[object]:
    if len(cursor) > _LONGEST:
        raise ValueError
    unpacked = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    if not isinstance(unpacked, list) or not unpacked:
        raise ValueError
    return unpacked


def _position(order: JobOrder, place: list[object]) -> Position:
    if order.ranked and len(place) == 1:
        return Ranked(_offset(place[0]))
    keys = NEWEST_FIRST.keys if order.ranked else order.keys
    *values, job_id = place
    if len(values) != len(keys):
        raise ValueError
    read = (_day if key.field == "posted_date" else _pay for key in keys)
    return After(tuple(f(value) for f, value in zip(read, values, strict=True)), UUID(str(job_id)))


def _offset(value: object) -> int:
    if type(value) is not int or not 0 <= value <= RANKED_CANDIDATES:
        raise ValueError
    return value


def _day(value: object) -> date:
    return date.fromisoformat(str(value))


def _pay(value: object) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or not isfinite(value):
        raise ValueError
    return float(value)
