"""Moments in the many ways sources write them."""

import math
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MILLISECONDS_FROM = 100_000_000_000  # as seconds: the year 5138
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_TOLERANCE = timedelta(days=2)


def posted_moment(value: object, now: datetime) -> datetime | None:
    """Return when something was posted, in UTC, or None when that cannot be.

    Takes seconds and milliseconds since 1970, ISO 8601, ``2025-03-01 09:00:00 UTC`` and RFC 822. A moment without
    a zone counts as UTC. Broken ones, and those more than two days ahead of ``now``, are None.
    """
    found = _moment(value)
    if found is None or not _EARLIEST <= found <= now + _TOLERANCE:
        return None
    return found


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        return _from_text(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _from_number(value)


def _from_number(value: float) -> datetime | None:
    try:
        seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
        return datetime.fromtimestamp(seconds, UTC) if math.isfinite(seconds) else None
    except (OverflowError, ValueError, OSError):
        return None


def _from_text(text: str) -> datetime | None:
    if text.isascii() and text.isdigit():
        return _iso(text) or _from_number(int(text)) if len(text) == 8 else _from_number(int(text))  # noqa: PLR2004 - 20250301
    zoned = text[:-4] + "+00:00" if text.upper().endswith((" UTC", " GMT")) and text[:4].isdigit() else text
    return _iso(zoned) or _rfc_822(text)


def _iso(text: str) -> datetime | None:
    try:
        return _utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def _rfc_822(text: str) -> datetime | None:
    try:
        return _utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
