"""When people are told, and by which channel."""

from datetime import UTC, datetime

import pytest

from careercopilot.kernel.errors import InvalidInput, PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.api.preferences import Channel, Digest, PreferencesChoice, QuietHours
from careercopilot.modules.messaging.domain.preferences import Preferences
from tests.support.clock import START

ANNOUNCEMENT, MATCHED = NotificationType.ANNOUNCEMENT, NotificationType.SAVED_SEARCH_MATCHED
BERLIN = QuietHours("22:00", "07:00", "Europe/Berlin")
NOTHING = PreferencesChoice({}, None, Digest.NONE)


def chosen(quiet: QuietHours | None = None, digest: Digest = Digest.NONE) -> Preferences:
    return Preferences(new_id(), quiet_hours=quiet, digest=digest)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def due(preferences: Preferences, now: str, priority: Priority = Priority.MEDIUM, zone: str = "UTC") -> str:
    return preferences.email_due_at(priority, zone, at(now)).strftime("%Y-%m-%d %H:%M")


def test_everything_is_told_in_the_app_and_saved_searches_by_email_too_unless_chosen_otherwise() -> None:
    preferences = Preferences(new_id())
    assert all(preferences.wants(kind, Channel.IN_APP) for kind in NotificationType)
    assert not any(preferences.wants(kind, Channel.WEBHOOK) for kind in NotificationType)
    assert [kind for kind in NotificationType if preferences.wants(kind, Channel.EMAIL)] == [MATCHED]


def test_a_choice_replaces_the_one_before_and_what_is_left_out_takes_its_default() -> None:
    preferences = Preferences(new_id())
    preferences.replace(PreferencesChoice({ANNOUNCEMENT: {Channel.EMAIL: True}}, BERLIN, Digest.DAILY), START, None)
    assert preferences.wants(ANNOUNCEMENT, Channel.EMAIL)
    assert preferences.wants(ANNOUNCEMENT, Channel.IN_APP)
    preferences.replace(PreferencesChoice({MATCHED: {Channel.EMAIL: False}}, None, Digest.NONE), START, 1)
    assert not preferences.wants(ANNOUNCEMENT, Channel.EMAIL)
    assert preferences.unwanted_by_email == set(NotificationType)
    assert (preferences.quiet_hours, preferences.digest, preferences.version) == (None, Digest.NONE, 2)
    with pytest.raises(PreconditionFailed):
        preferences.replace(NOTHING, START, 1)


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        (
            PreferencesChoice({MATCHED: {Channel.WEBHOOK: True}}, None, Digest.NONE),
            "preferences.saved_search_matched.webhook",
        ),
        (PreferencesChoice({}, QuietHours("24:00", "07:00", "UTC"), Digest.NONE), "quiet_hours.start"),
        (PreferencesChoice({}, QuietHours("22:00", "7:00", "UTC"), Digest.NONE), "quiet_hours.end"),
        (PreferencesChoice({}, QuietHours("22:00", "22:00", "UTC"), Digest.NONE), "quiet_hours.end"),
        (PreferencesChoice({}, QuietHours("22:00", "07:00", "Europe/Atlantis"), Digest.NONE), "quiet_hours.timezone"),
        (PreferencesChoice({}, QuietHours("22:00", "07:00", "../etc/passwd"), Digest.NONE), "quiet_hours.timezone"),
    ],
)
def test_what_cannot_be_is_refused_by_name(choice: PreferencesChoice, field: str) -> None:
    preferences = Preferences(new_id())
    with pytest.raises(InvalidInput) as refused:
        preferences.replace(choice, START, None)
    assert refused.value.details["field"] == field


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-15T20:59", "2026-01-15 20:59"),  # 21:59 in Berlin
        ("2026-01-15T21:00", "2026-01-16 06:00"),
        ("2026-01-15T23:30", "2026-01-16 06:00"),
        ("2026-01-16T05:59", "2026-01-16 06:00"),
        ("2026-01-16T06:00", "2026-01-16 06:00"),
        ("2026-07-15T20:00", "2026-07-16 05:00"),  # in summer two hours ahead
        ("2026-03-28T23:00", "2026-03-29 05:00"),  # the night in which clocks go forward
        ("2026-10-24T23:00", "2026-10-25 06:00"),  # the night in which they go back
    ],
)
def test_quiet_hours_over_night_delay_an_email_to_their_end(now: str, expected: str) -> None:
    assert due(chosen(BERLIN), now) == expected


def test_quiet_hours_within_a_day() -> None:
    siesta = chosen(QuietHours("13:00", "15:30", "UTC"))
    assert [due(siesta, f"2026-01-15T{t}") for t in ("12:59", "13:00", "15:29", "15:30")] == [
        "2026-01-15 12:59",
        "2026-01-15 15:30",
        "2026-01-15 15:30",
        "2026-01-15 15:30",
    ]


def test_a_digest_comes_at_eight_where_the_person_lives() -> None:
    daily, weekly = chosen(digest=Digest.DAILY), chosen(digest=Digest.WEEKLY)
    assert due(daily, "2026-01-15T06:59", zone="Europe/Berlin") == "2026-01-15 07:00"
    assert due(daily, "2026-01-15T07:00", zone="Europe/Berlin") == "2026-01-16 07:00"
    assert due(daily, "2026-01-15T07:00", zone="America/New_York") == "2026-01-15 13:00"
    assert due(weekly, "2026-01-15T07:00", zone="Asia/Tokyo") == "2026-01-18 23:00"  # Monday morning there
    assert due(weekly, "2026-01-19T07:59") == "2026-01-19 08:00"
    assert due(weekly, "2026-01-19T08:00") == "2026-01-26 08:00"
    assert due(daily, "2026-01-15T12:00", zone="Gone/Away") == "2026-01-16 08:00"


def test_quiet_hours_say_where_and_whether_a_digest_may_come() -> None:
    assert due(chosen(BERLIN, Digest.DAILY), "2026-01-15T12:00", zone="Asia/Tokyo") == "2026-01-16 07:00"
    late_riser = QuietHours("22:00", "10:15", "Europe/Berlin")
    assert due(chosen(late_riser, Digest.DAILY), "2026-01-15T12:00") == "2026-01-16 09:15"


def test_what_is_urgent_waits_for_nothing() -> None:
    preferences = chosen(BERLIN, Digest.WEEKLY)
    assert due(preferences, "2026-01-15T23:30", Priority.URGENT) == "2026-01-15 23:30"
    assert not preferences.gathers(Priority.URGENT)
    assert preferences.gathers(Priority.HIGH)
    assert not chosen().gathers(Priority.LOW)
