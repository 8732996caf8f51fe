"""Finding countries, regions and cities by the words a posting uses for them."""

import re
import unicodedata
from functools import lru_cache

from careercopilot.modules.jobs.domain.geography import city_names, country_names, region_names

_CODE_LENGTH = 2
_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "\u0131": "i", "\u2019": "'", ".": None})  # what NFKD leaves as it is


def folded(words: str) -> str:
    """Return words for comparison: no accents, dots or case, single spaces."""
    decomposed = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"\s+", " ", bare).strip()


def _countries() -> dict[str, str]:
    found = {}
    for line in country_names.NAMES.strip().splitlines():
        code, _, names = line.partition(" ")
        found.update({folded(name): code for name in names.split(",")})
    return found


def _regions() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    by_code: dict[str, tuple[str, str]] = {}
    by_name: dict[str, tuple[str, str]] = {}
    for line in region_names.NAMES.strip().splitlines():
        country, code, name = line.split(" ", 2)
        by_code.setdefault(code, (name, country))
        by_name.setdefault(folded(name), (name, country))
    return by_code, by_name


def _cities() -> dict[str, tuple[str, str]]:
    found = {}
    for line in city_names.NAMES.strip().splitlines():
        country, _, names = line.partition(" ")
        for entry in names.split(","):
            alias, _, name = entry.strip().partition("=")
            found[folded(alias)] = (name or alias, country)
    return found


_COUNTRY = _countries()
_CODES = frozenset(_COUNTRY.values())
_REGION_CODE, _REGION_NAME = _regions()
_CITY = _cities()


@lru_cache(maxsize=8192)
def country_code(words: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country by name, abbreviation or code, else None."""
    code = words.strip()
    if len(code) == _CODE_LENGTH and code.isupper() and code in _CODES:
        return code
    return _COUNTRY.get(folded(words))


def region(words: str) -> tuple[str, str] | None:
    """Return a state's or province's name and country, by name or by its code in capitals."""
    return _REGION_CODE.get(words.strip().replace(".", "")) or _REGION_NAME.get(folded(words))


def city(words: str) -> tuple[str, str] | None:
    """Return a large city's name as written (short forms spelt out) and its country."""
    found = _CITY.get(folded(words))
    if found is None:
        return None
    name, country = found
    return (words.strip() if folded(name) == folded(words) else name), country
