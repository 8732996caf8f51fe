"""When a saved search is next held against what arrived."""

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from careercopilot.modules.jobs.api.saved_searches import AlertFrequency

MORNING: Final = time(8)
_MONDAY = 0
_DAYS_OF_WEEK = 7
_SCHEDULED = frozenset({AlertFrequency.DAILY, AlertFrequency.WEEKLY})


def is_scheduled(frequency: AlertFrequency) -> bool:
    """Tell whether it is the calendar that says when."""
    return frequency in _SCHEDULED


def next_due(frequency: AlertFrequency, timezone: str, now: datetime) -> datetime | None:
    """Return the next morning (of a Monday, if weekly) where the person lives; None without a schedule.

    It is eight by the clock on the wall, whatever was done to that clock since the last time.
    """
    if not is_scheduled(frequency):
        return None
    zone = _zone(timezone)
    today = now.astimezone(zone).date()
    days = (_MONDAY - today.weekday()) % _DAYS_OF_WEEK if frequency is AlertFrequency.WEEKLY else 0
    step = timedelta(days=_DAYS_OF_WEEK if frequency is AlertFrequency.WEEKLY else 1)
    day = today + timedelta(days=days)
    due = datetime.combine(day, MORNING, zone).astimezone(UTC)
    return due if due > now else datetime.combine(day + step, MORNING, zone).astimezone(UTC)


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):  # a zone that this machine does not know (any more)
        return ZoneInfo("UTC")
