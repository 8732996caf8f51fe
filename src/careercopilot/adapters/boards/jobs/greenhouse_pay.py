"""Pay at Greenhouse: in fields where a board shares them, else in the block that its pay transparency writes."""

import re

from careercopilot.adapters.boards.jobs.json_fields import Fields
from careercopilot.modules.jobs.api.models import Salary, SalaryPeriod
from careercopilot.modules.jobs.domain.pay import currency_code, pay_period, salary, units

_BLOCK = re.compile(
    r'<div class="title">(?P<title>.{0,500}?)</div>\s*<div class="pay-range">(?P<range>.{0,500}?)</div>', re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_AMOUNT = re.compile(r"(?<![\w.])(?:[A-Z]{0,3}[$€£¥₹]|zł|)\s?(\d{1,3}(?:[,.\s]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)")
_CURRENCY = re.compile(r"\b[A-Z]{3}\b")
_YEARLY_FROM = 20_000
_YEARLY = frozenset({"USD", "CAD", "GBP", "EUR", "AUD", "NZD", "CHF", "SGD"})


def stated_pay(job: Fields, content: str) -> Salary | None:
    """Return the first pay range that a posting states."""
    return _in_ranges(job) or _in_metadata(job) or (_in_content(content) if "pay-range" in content else None)


def _in_ranges(job: Fields) -> Salary | None:
    for stated in job.each("pay_input_ranges"):
        low, high = units(stated.number("min_cents")), units(stated.number("max_cents"))
        currency, words = currency_code(stated.text("currency_type")), stated.text("title")
        return salary(low, high, currency=currency, period=_period(words, low, currency), text=words)
    return None


def _in_metadata(job: Fields) -> Salary | None:
    for entry in job.each("metadata"):
        if entry.text("value_type") == "currency_range":
            value = entry.fields("value")
            low, high = value.number("min_value"), value.number("max_value")
            currency, words = currency_code(value.text("unit")), entry.text("name")
            return salary(low, high, currency=currency, period=_period(words, low, currency))
    return None


def _in_content(content: str) -> Salary | None:
    block = _BLOCK.search(content)
    if block is None:
        return None
    words = re.sub(r"\s+", " ", _TAG.sub(" ", block["range"]).replace("&mdash;", "-").replace("&nbsp;", " ")).strip()
    amounts = [float(re.sub(r"[,\s]", "", found)) for found in _AMOUNT.findall(words)][:2]
    if not amounts:
        return None
    code = _CURRENCY.search(words)
    currency = currency_code(code.group() if code else words)
    period = _period(_TAG.sub(" ", block["title"]), amounts[0], currency)
    return salary(amounts[0], amounts[-1], currency=currency, period=period, text=words)


def _period(words: str | None, amount: float | None, currency: str | None) -> SalaryPeriod | None:
    """Take the words' period; without one, an amount that nobody earns in a month is for a year."""
    stated = pay_period(words)
    large = amount is not None and amount >= _YEARLY_FROM and currency in _YEARLY
    return stated or (SalaryPeriod.YEAR if large else None)
