"""Where a live feed begins, given what the client says it saw last."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING

RECENT = timedelta(hours=24)


@dataclass(frozen=True)
class Landmarks:
    """Positions in one person's notifications; a position that does not exist is None.

    ``newest``: the last one ever given, 0 when there was none. ``seen``: that of the notification the client
    saw last. ``oldest_unread``: that of the oldest unread one made recently.
    """

    newest: int
    seen: int | None
    oldest_unread: int | None


def start_position(landmarks: Landmarks, last_event_id: UUID | None) -> int:
    """Return the position after which the feed begins."""
    if last_event_id is None:
        return landmarks.newest
    if last_event_id == BEGINNING:
        return 0
    if landmarks.seen is not None:
        return landmarks.seen
    if landmarks.oldest_unread is not None:
        return landmarks.oldest_unread - 1
    return landmarks.newest
