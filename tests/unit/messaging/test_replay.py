"""Where a live feed begins."""

from uuid import UUID

import pytest

from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING
from careercopilot.modules.messaging.domain.replay import Landmarks, start_position

SOME_ID = new_id()


@pytest.mark.parametrize(
    ("landmarks", "last_event_id", "position"),
    [
        (Landmarks(9, None, 4), None, 9),
        (Landmarks(9, 5, 4), SOME_ID, 5),
        (Landmarks(9, None, 4), SOME_ID, 3),
        (Landmarks(9, None, None), SOME_ID, 9),
        (Landmarks(9, None, None), BEGINNING, 0),
        (Landmarks(0, None, None), None, 0),
    ],
    ids=[
        "without an id, now",
        "after the one that was seen",
        "unknown: before the oldest recent unread one",
        "unknown and nothing recent unread: now",
        "the beginning",
        "an empty mailbox",
    ],
)
def test_the_feed_begins(landmarks: Landmarks, last_event_id: UUID | None, position: int) -> None:
    assert start_position(landmarks, last_event_id) == position
