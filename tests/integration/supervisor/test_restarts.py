"""When a child is started again, and when it is given up."""

from careercopilot.entrypoints.cli.supervisor.restarts import Restarts


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_waits_double_up_to_half_a_minute() -> None:
    restarts = Restarts(Clock())

    waits = [restarts.died(age=1.0, was_ready=True) for _ in range(10)]

    assert waits == [0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30.0, 30.0]


def test_a_minute_up_makes_the_waits_short_again() -> None:
    restarts = Restarts(Clock())
    for _ in range(5):
        restarts.died(age=1.0, was_ready=True)

    assert restarts.died(age=60.0, was_ready=True) == 0.2


def test_five_failed_starts_within_a_minute_are_hopeless() -> None:
    restarts = Restarts(Clock())
    for _ in range(4):
        restarts.died(age=0.1, was_ready=False)
    assert not restarts.hopeless

    restarts.died(age=0.1, was_ready=False)

    assert restarts.hopeless


def test_failed_starts_spread_over_minutes_are_not_hopeless() -> None:
    clock = Clock()
    restarts = Restarts(clock)
    for _ in range(20):
        restarts.died(age=0.1, was_ready=False)
        clock.now += 20

    assert not restarts.hopeless


def test_one_good_start_forgives_the_failed_ones() -> None:
    restarts = Restarts(Clock())
    for _ in range(4):
        restarts.died(age=0.1, was_ready=False)
    restarts.died(age=1.0, was_ready=True)

    restarts.died(age=0.1, was_ready=False)

    assert not restarts.hopeless
