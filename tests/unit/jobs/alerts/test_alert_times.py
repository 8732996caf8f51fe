"""When a saved search is next held against what arrived."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.api.saved_searches import AlertFrequency
from careercopilot.modules.jobs.domain.alert_times import next_due

DAILY, WEEKLY = AlertFrequency.DAILY, AlertFrequency.WEEKLY
ZONES = sorted(available_timezones() - {"localtime", "Factory"})


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("frequency", "zone", "now", "due"),
    [
        (DAILY, "UTC", "2026-03-02T07:59:59", "2026-03-02T08:00:00"),
        (DAILY, "UTC", "2026-03-02T08:00:00", "2026-03-03T08:00:00"),
        (DAILY, "Europe/Berlin", "2026-03-02T06:59:00", "2026-03-02T07:00:00"),
        (DAILY, "America/Los_Angeles", "2026-03-02T07:00:00", "2026-03-02T16:00:00"),
        (DAILY, "Pacific/Kiritimati", "2026-03-02T17:00:00", "2026-03-02T18:00:00"),
        (DAILY, "Asia/Kathmandu", "2026-03-02T09:00:00", "2026-03-03T02:15:00"),
        (DAILY, "Europe/Berlin", "2026-03-28T08:00:00", "2026-03-29T06:00:00"),  # clocks go forward that night
        (DAILY, "Europe/Berlin", "2026-10-24T08:00:00", "2026-10-25T07:00:00"),  # and back that one
        (WEEKLY, "UTC", "2026-03-02T07:00:00", "2026-03-02T08:00:00"),  # a Monday
        (WEEKLY, "UTC", "2026-03-02T08:00:00", "2026-03-09T08:00:00"),
        (WEEKLY, "UTC", "2026-03-08T23:00:00", "2026-03-09T08:00:00"),
        (WEEKLY, "Pacific/Auckland", "2026-03-08T18:59:00", "2026-03-08T19:00:00"),  # Monday there, Sunday elsewhere
        (WEEKLY, "Europe/Berlin", "2026-03-23T08:00:00", "2026-03-30T06:00:00"),
        (DAILY, "Atlantis/Sunken", "2026-03-02T07:00:00", "2026-03-02T08:00:00"),
    ],
)
def test_it_is_eight_in_the_morning_where_the_person_lives(
    frequency: AlertFrequency, zone: str, now: str, due: str
) -> None:
    assert next_due(frequency, zone, moment(now)) == moment(due)


@pytest.mark.parametrize("frequency", [AlertFrequency.INSTANT, AlertFrequency.NEVER])
def test_without_a_schedule_there_is_no_time(frequency: AlertFrequency) -> None:
    assert next_due(frequency, "UTC", moment("2026-03-02T09:00:00")) is None


@given(
    st.sampled_from([DAILY, WEEKLY]),
    st.sampled_from(ZONES),
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - it takes naive ones
)
def test_the_next_time_is_ahead_on_the_right_day_and_never_skipped(
    frequency: AlertFrequency, zone: str, now: datetime
) -> None:
    due = next_due(frequency, zone, now)
    assert due is not None
    local = due.astimezone(ZoneInfo(zone))
    period = timedelta(days=1) if frequency is DAILY else timedelta(days=7)
    # A zone that jumps over the date line or over eight in the morning shifts a time, by a day at the most.
    assert now < due <= now + period + timedelta(days=1)
    assert local.hour in {8, 9}
    assert frequency is DAILY or local.weekday() == 0
