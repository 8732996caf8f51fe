"""Single values of filters: each is returned in its one form, or refused with what would have been right."""

import re
from collections.abc import Iterable
from typing import TypeVar

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.domain.geography.lookup import country_code
from careercopilot.modules.jobs.domain.search_text import fold

_LONGEST = 300
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")

S = TypeVar("S", bound=str)


def checked_text(field: str, value: str, longest: int = _LONGEST) -> str:
    """Return the text trimmed."""
    if "\0" in value:
        raise InvalidInput(field, "must not hold NUL characters")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise InvalidInput(field, "is not valid Unicode")
    if len(value.strip()) > longest:
        raise InvalidInput(field, f"must be at most {longest} characters")
    return value.strip()


def searchable(field: str, value: str) -> str:
    """Return a text that has a word in it."""
    text = checked_text(field, value)
    if not fold(text):
        raise InvalidInput(field, f"{text[:100]!r} has no word to search for")
    return text


def one_of(field: str, value: str, allowed: Iterable[S]) -> S:
    """Return the allowed value that is meant, whatever its capitals."""
    wanted = value.strip().casefold()
    known = tuple(allowed)
    found = next((option for option in known if str(option) == wanted), None)
    if found is None:
        names = ", ".join(str(option) for option in known)
        raise InvalidInput(field, f"{value.strip()[:100]!r} is not one of {names}")
    return found


def country(field: str, value: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country given by code or name."""
    text = checked_text(field, value)
    code = country_code(text.upper()) or country_code(text)
    if code is None and _COUNTRY_CODE.fullmatch(text.upper()):
        code = text.upper()
    if code is None:
        raise InvalidInput(field, f"{text[:100]!r} is not a known country; give its ISO 3166-1 code of two letters")
    return code


def currency(field: str, value: str) -> str:
    """Return the ISO 4217 code of a currency."""
    code = value.strip().upper()
    if not _CURRENCY.fullmatch(code):
        raise InvalidInput(field, f"{value.strip()[:100]!r} is not an ISO 4217 code of three letters")
    return code
