"""Time zones by name."""

from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_UTC = "UTC"


@cache
def _names() -> frozenset[str]:
    return frozenset({*available_timezones(), _UTC})


def is_zone(name: str) -> bool:
    """Say whether there is such a time zone."""
    return name in _names()


def zone(name: str) -> tzinfo:
    """Return the time zone; UTC for one that is not known any more."""
    return ZoneInfo(name) if name != _UTC and is_zone(name) else UTC


def next_moment(of_day: time, place: tzinfo, now: datetime, weekday: int | None = None) -> datetime:
    """Return the next moment after ``now`` at which clocks at the place show this time (on this weekday), in UTC.

    A time that clocks skip when they go forward is the moment at which they do.
    """
    day = now.astimezone(place).date()
    for ahead in range(9):
        there = datetime.combine(day + timedelta(days=ahead), of_day, tzinfo=place)
        moment = there.astimezone(UTC)
        if moment > now and weekday in (None, there.weekday()):
            return moment
    raise AssertionError(of_day)  # every week has every weekday
