"""Pay as sources state it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.api.models import SalaryPeriod
from careercopilot.modules.jobs.domain.pay import currency_code, pay_period, salary, units


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("1 YEAR", "year"),
        ("1 HOUR", "hour"),
        ("1 MONTH", "month"),
        ("per-year-salary", "year"),
        ("per-hour-wage", "hour"),
        ("PA", "year"),
        ("PH", "hour"),
        ("Annual base pay", "year"),
        ("brutto pro Monat", "month"),
        ("miesięcznie", "month"),
        ("1 TIME", None),
        ("NONE", None),
        ("", None),
        (None, None),
    ],
)
def test_a_period_is_known_by_its_words(words: str | None, period: str | None) -> None:
    assert pay_period(words) == period


@pytest.mark.parametrize(
    ("words", "code"),
    [("usd", "USD"), ("£", "GBP"), ("CA$150K", "CAD"), ("zł", "PLN"), ("$", "USD"), ("gold", None), (None, None)],
)
def test_a_currency_is_known_by_code_or_sign(words: str | None, code: str | None) -> None:
    assert currency_code(words) == code


def test_amounts_are_also_given_for_a_year() -> None:
    hourly = salary(20, 25.5, currency="USD", period=SalaryPeriod.HOUR)

    assert hourly is not None
    assert (hourly.annual_min, hourly.annual_max) == (41600.0, 53040.0)


def test_zero_is_unknown_and_a_range_the_wrong_way_round_is_turned() -> None:
    assert salary(0, 0, currency="EUR", period=None) is None
    open_ended = salary(0, 500000, currency="USD", period=SalaryPeriod.YEAR)
    turned = salary(90000, 70000, currency="USD", period=None)

    assert open_ended is not None
    assert (open_ended.min, open_ended.max) == (None, 500000)
    assert turned is not None
    assert (turned.min, turned.max, turned.annual_min) == (70000, 90000, None)


def test_hundredths_become_units() -> None:
    assert units(14500000) == 145000
    assert units(None) is None


@given(low=st.none() | st.floats(), high=st.none() | st.floats())
def test_whatever_is_stated_a_salary_is_positive_and_in_order(low: float | None, high: float | None) -> None:
    found = salary(low, high, currency="USD", period=SalaryPeriod.MONTH)

    if found is not None:
        amounts = [amount for amount in (found.min, found.max) if amount is not None]
        assert amounts == sorted(amounts)
        assert all(amount > 0 for amount in amounts)
