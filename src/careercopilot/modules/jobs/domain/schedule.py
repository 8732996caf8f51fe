"""When a board is read next."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

_DAY = timedelta(days=1)
_DAILY_AT = time(4, tzinfo=UTC)
_SPREAD_SECONDS = 3600
_FIRST_RETRY = timedelta(minutes=5)
_RETRY_AFTER_LOSS = timedelta(hours=1)
_MOST_DOUBLINGS = 9  # beyond a day already; keeps the power small however long a board fails


def next_daily(board_id: UUID, now: datetime) -> datetime:
    """Return the board's next turn: daily from 04:00 UTC, each board at its own moment of the hour after it."""
    today = datetime.combine(now.astimezone(UTC).date(), _DAILY_AT)
    turn = today + timedelta(seconds=board_id.int % _SPREAD_SECONDS)
    return turn if turn > now else turn + _DAY


def next_retry(failures: int, now: datetime) -> datetime:
    """Return when to try again after so many failures in a row: five minutes, then doubling up to a day."""
    doublings = min(max(failures, 1) - 1, _MOST_DOUBLINGS)
    return now + min(_FIRST_RETRY * (1 << doublings), _DAY)


def next_look_after_loss(now: datetime) -> datetime:
    """Return when to look again at a board that lost suspiciously much: a hiccup seldom lasts an hour."""
    return now + _RETRY_AFTER_LOSS
