"""The profile: what a person tells about themselves and their search."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Final, Self
from zoneinfo import available_timezones

from careercopilot.kernel.changes import UNCHANGED
from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.identity.api.models import ProfileChanges, RemotePreference, SalaryExpectation
from careercopilot.modules.identity.domain.text import distinct_lines, one_line

DEFAULT_TIMEZONE: Final = "UTC"
DEFAULT_LOCALE: Final = "en"
_MOST_PLACES = 20
_MOST_TITLES = 20
_MOST_SKILLS = 200
_MOST_MONEY = 1e12
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_LOCALE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A profile that has been checked."""

    full_name: str
    headline: str | None = None
    locations: tuple[str, ...] = ()
    remote_preference: RemotePreference | None = None
    target_titles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    salary_expectation: SalaryExpectation | None = None
    timezone: str = DEFAULT_TIMEZONE
    locale: str = DEFAULT_LOCALE

    def changed(self, changes: ProfileChanges) -> Self:
        """Return the profile with the changes made. Raises InvalidInput."""
        given = {f.name: getattr(changes, f.name) for f in fields(changes)}
        return replace(self, **{name: _CHECKS[name](value) for name, value in given.items() if value is not UNCHANGED})


def _salary(expectation: SalaryExpectation | None) -> SalaryExpectation | None:
    if expectation is None:
        return None
    amounts = [amount for amount in (expectation.min, expectation.max) if amount is not None]
    currency = expectation.currency.strip().upper()
    if not amounts:
        raise InvalidInput("salary_expectation", "must have min or max")
    if not all(0 <= amount <= _MOST_MONEY for amount in amounts):
        raise InvalidInput("salary_expectation", f"amounts must be between 0 and {_MOST_MONEY:.0f}")
    if amounts != sorted(amounts):
        raise InvalidInput("salary_expectation", "min must not be above max")
    if not _CURRENCY.fullmatch(currency):
        raise InvalidInput("salary_expectation.currency", "must be a three-letter code such as EUR")
    return replace(expectation, currency=currency)


@cache
def _timezones() -> frozenset[str]:
    return frozenset({*available_timezones(), DEFAULT_TIMEZONE})


def _timezone(name: str) -> str:
    if name not in _timezones():
        raise InvalidInput("timezone", "must be a time zone such as Europe/Berlin")
    return name


def _locale(tag: str) -> str:
    """Return a language tag as RFC 5646 writes it: language, script and region in their own case."""
    match = _LOCALE.fullmatch(tag.replace("_", "-"))
    if match is None:
        raise InvalidInput("locale", "must be a language tag such as de-AT")
    language, script, region = match.groups()
    return "-".join(p for p in (language.lower(), script and script.title(), region and region.upper()) if p)


# How each field is checked and tidied; None, an emptied field, becomes what it is in a new profile.
_CHECKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "full_name": lambda name: one_line("full_name", name or ""),
    "headline": lambda text: one_line("headline", text) if text else None,
    "locations": lambda places: distinct_lines("locations", places or (), _MOST_PLACES),
    "remote_preference": lambda preference: preference,
    "target_titles": lambda titles: distinct_lines("target_titles", titles or (), _MOST_TITLES),
    "skills": lambda skills: distinct_lines("skills", skills or (), _MOST_SKILLS),
    "salary_expectation": _salary,
    "timezone": lambda name: _timezone(name or DEFAULT_TIMEZONE),
    "locale": lambda tag: _locale(tag or DEFAULT_LOCALE),
}
