"""When boards are read."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.domain.schedule import next_daily, next_retry

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
moments = st.integers(0, 10**9).map(lambda seconds: NOON + timedelta(seconds=seconds))


@given(st.uuids(), moments)
def test_the_daily_turn_lies_ahead_within_a_day_and_between_four_and_five(board_id: UUID, now: datetime) -> None:
    turn = next_daily(board_id, now)
    assert timedelta(0) < turn - now <= timedelta(days=1)
    assert turn.hour == 4


@given(st.uuids(), moments)
def test_a_board_keeps_its_moment_of_the_hour(board_id: UUID, now: datetime) -> None:
    first = next_daily(board_id, now)
    assert next_daily(board_id, first) == first + timedelta(days=1)


def test_boards_spread_over_the_hour() -> None:
    turns = {next_daily(UUID(int=number * 7919), NOON) for number in range(1000)}
    assert len(turns) > 900


def test_failures_wait_five_minutes_and_then_twice_as_long_up_to_a_day() -> None:
    waits = [(next_retry(failures, NOON) - NOON).total_seconds() / 60 for failures in range(1, 12)]
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]
    assert next_retry(10_000, NOON) == NOON + timedelta(days=1)
