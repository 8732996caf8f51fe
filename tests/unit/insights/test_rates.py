"""Rates and their intervals."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.insights.domain.rates import ENOUGH, rate, wilson

Z = 1.959963984540054


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_published_one(successes: int, trials: int, low: float, high: float) -> None:
    """As in R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods".

    Statistics in Medicine 17 (1998), 857-872, table I: the score method without continuity correction.
    """
    assert list(wilson(successes, trials)) == pytest.approx([low, high], abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_its_ends_are_as_far_from_the_share_as_the_score_test_allows(counted: tuple[int, int]) -> None:
    successes, trials = counted
    low, high = wilson(successes, trials)
    share = successes / trials
    assert 0 <= low <= share <= high <= 1
    for end in {low, high} - {0.0, 1.0}:
        assert abs(share - end) == pytest.approx(Z * sqrt(end * (1 - end) / trials), rel=1e-6)


@given(st.integers(1, 1000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_successes_and_failures_are_mirror_images(counted: tuple[int, int]) -> None:
    successes, trials = counted
    low, high = wilson(successes, trials)
    other_low, other_high = wilson(trials - successes, trials)
    assert [low, high] == pytest.approx([1 - other_high, 1 - other_low])


def test_nothing_sent_has_no_rate() -> None:
    nothing = rate(0, 0)
    assert (nothing.value, nothing.interval_low, nothing.interval_high, nothing.enough_data) == (
        None,
        None,
        None,
        False,
    )


def test_ten_are_enough() -> None:
    assert not rate(3, ENOUGH - 1).enough_data
    assert rate(3, ENOUGH).enough_data
    assert rate(3, 10).value == 0.3
