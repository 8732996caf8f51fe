"""The machine's own clock."""

from datetime import timedelta

from careercopilot.kernel.clock import SystemClock


def test_the_system_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
