"""Which moments can be recorded."""

from datetime import UTC, datetime, timedelta

from careercopilot.kernel.errors import InvalidInput

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
CLOCKS_DIFFER_BY = timedelta(minutes=1)


def moment(field: str, value: datetime) -> datetime:
    """Return the moment in UTC, or refuse one without a zone or outside of living memory."""
    if value.tzinfo is None:
        raise InvalidInput(field, "must carry a time zone")
    if not EARLIEST <= value < LATEST:
        raise InvalidInput(field, f"must lie between the years {EARLIEST.year} and {LATEST.year}")
    return value.astimezone(UTC)


def past_moment(field: str, value: datetime, now: datetime) -> datetime:
    """Return a moment that has come, allowing for the caller's clock being a minute fast."""
    at = moment(field, value)
    if at > now + CLOCKS_DIFFER_BY:
        raise InvalidInput(field, "must not lie in the future")
    return at
