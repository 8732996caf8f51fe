"""Shares, and how far they can be trusted."""

from math import sqrt

from careercopilot.modules.insights.api.models import Rate

ENOUGH = 10
"""Below so many applications a rate says little about the next one."""

_Z = 1.959963984540054  # the 97.5 % quantile of the normal distribution: 95 % lie within


def rate(numerator: int, denominator: int) -> Rate:
    """Return the share with its Wilson interval."""
    low, high = wilson(numerator, denominator) if denominator else (None, None)
    return Rate(
        value=numerator / denominator if denominator else None,
        numerator=numerator,
        denominator=denominator,
        interval_low=low,
        interval_high=high,
        enough_data=denominator >= ENOUGH,
    )


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % score interval of a proportion, without continuity correction.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
    Statistical Association 22 (1927), 209-212: the proportions p with |s/n - p| <= z * sqrt(p * (1 - p) / n).
    """
    share, spread = successes / trials, _Z * _Z / trials
    middle = (share + spread / 2) / (1 + spread)
    reach = _Z * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    low = 0.0 if successes == 0 else middle - reach
    high = 1.0 if successes == trials else middle + reach
    return low, high
