"""Pay as sources state it: periods, currencies, and the same amounts for a year."""

import math
import re

from careercopilot.modules.jobs.api.models import Salary, SalaryPeriod

_PER_YEAR = {
    SalaryPeriod.YEAR: 1,
    SalaryPeriod.MONTH: 12,
    SalaryPeriod.WEEK: 52,
    SalaryPeriod.DAY: 260,
    SalaryPeriod.HOUR: 2080,
}
_PERIODS = (
    (SalaryPeriod.HOUR, re.compile(r"hour|\bhr\b|\bph\b|stunde|heure|hora\b|godzin", re.IGNORECASE)),
    (SalaryPeriod.DAY, re.compile(r"\bda(y|ily)|\bpd\b|\btag|\bjour\b|\bd[ií]a\b|dzie[nń]", re.IGNORECASE)),
    (SalaryPeriod.WEEK, re.compile(r"week|\bpw\b|woche|semaine|semana|tydzie|tygod", re.IGNORECASE)),
    (SalaryPeriod.MONTH, re.compile(r"month|\bpm\b|monat|mois|mensuel|\bmes\b|mensual|miesi", re.IGNORECASE)),
    (SalaryPeriod.YEAR, re.compile(r"year|annu|\bpa\b|\byr\b|jahr|\ban\b|\baño|anual|\brok\b|roczn", re.IGNORECASE)),
)
_SYMBOLS = (
    ("US$", "USD"), ("CA$", "CAD"), ("C$", "CAD"), ("A$", "AUD"), ("AU$", "AUD"), ("NZ$", "NZD"), ("S$", "SGD"),
    ("HK$", "HKD"), ("R$", "BRL"), ("MX$", "MXN"), ("CN¥", "CNY"), ("zł", "PLN"), ("Kč", "CZK"), ("€", "EUR"),
    ("£", "GBP"), ("₹", "INR"), ("₪", "ILS"), ("₩", "KRW"), ("¥", "JPY"), ("$", "USD"),
)  # fmt: skip
_LARGEST = 1e12


def salary(
    low: float | None,
    high: float | None,
    *,
    currency: str | None,
    period: SalaryPeriod | None,
    text: str | None = None,
) -> Salary | None:
    """Return the pay that a source states, or None when it states no amount.

    Zero stands for unknown, negative amounts are dropped, and a range the wrong way round is turned.
    """
    least, most = _amount(low), _amount(high)
    if least is None and most is None:
        return None
    if least is not None and most is not None and least > most:
        least, most = most, least
    return Salary(
        min=least,
        max=most,
        currency=currency_code(currency),
        period=period,
        annual_min=_for_a_year(least, period),
        annual_max=_for_a_year(most, period),
        text=text,
    )


def pay_period(words: str | None) -> SalaryPeriod | None:
    """Return what ``1 YEAR``, ``per-hour-wage``, ``PA`` or ``monthly`` pays for; None for anything else."""
    for period, pattern in _PERIODS:
        if pattern.search(words or ""):
            return period
    return None


def currency_code(words: str | None) -> str | None:
    """Return the ISO 4217 code that the words are, or whose sign they carry."""
    written = (words or "").strip()
    if re.fullmatch(r"[A-Za-z]{3}", written):
        return written.upper()
    return next((code for sign, code in _SYMBOLS if sign in written), None)


def units(cents: float | None) -> float | None:
    """Return an amount given in hundredths in whole units."""
    return None if cents is None else cents / 100


def _amount(value: float | None) -> float | None:
    usable = value is not None and math.isfinite(value) and 0 < value < _LARGEST
    return float(value) if usable and value is not None else None


def _for_a_year(amount: float | None, period: SalaryPeriod | None) -> float | None:
    return None if amount is None or period is None else round(amount * _PER_YEAR[period], 2)
