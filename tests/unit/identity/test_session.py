from datetime import timedelta

import pytest

from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.domain.session import Session, digest_of, new_refresh_token
from tests.support.clock import START


@pytest.fixture
def session() -> Session:
    return Session.open(new_id(), "Firefox", "first", START)


def test_refresh_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_refresh_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) >= 43 for token in tokens)


def test_a_token_is_good_once(session: Session) -> None:
    assert session.rotate("first", "second", START + timedelta(minutes=1))
    assert session.token_digest == digest_of("second")
    assert session.ended_at is None


def test_a_used_token_ends_the_session(session: Session) -> None:
    session.rotate("first", "second", START)
    assert not session.rotate("first", "third", START + timedelta(minutes=1))
    assert session.ended_at == START + timedelta(minutes=1)
    assert not session.rotate("second", "third", START + timedelta(minutes=2))


def test_a_day_of_silence_ends_the_session(session: Session) -> None:
    assert not session.rotate("first", "second", START + timedelta(hours=24))
    assert session.ended_at is not None


def test_a_session_that_is_refreshed_daily_lasts_seven_days(session: Session) -> None:
    token, now = "first", START
    for day in range(1, 8):
        successor = f"token {day}"
        now = START + timedelta(hours=23.9 * day)
        assert session.rotate(token, successor, now)
        token = successor
    assert not session.rotate(token, "last", START + timedelta(days=7))


def test_the_first_end_counts(session: Session) -> None:
    session.end(START)
    session.end(START + timedelta(hours=1))
    assert session.ended_at == START


def test_the_name_of_a_device_is_cut_and_cleaned() -> None:
    session = Session.open(new_id(), "evil\x1b[2J\x00" + "x" * 500, "token", START)
    assert session.device.startswith("evil[2Jxxx")
    assert len(session.device) == 200
