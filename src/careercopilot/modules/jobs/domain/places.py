"""Places as sources write them, and what they say in parts.

``country`` is always an ISO 3166-1 alpha-2 code. What is not said, or cannot be told for certain, stays None.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from careercopilot.modules.jobs.api.models import Place
from careercopilot.modules.jobs.domain.geography.lookup import city as known_city
from careercopilot.modules.jobs.domain.geography.lookup import country_code, folded, region
from careercopilot.modules.jobs.domain.remote_words import without_arrangement

_BETWEEN_PLACES = re.compile(r"\s*(?:;|\|+|•|\n|\s/\s|(?<!,)\s+(?:or|OR)\s+(?=\S)|(?<=, [A-Z]{2})\s+and\s+)\s*")
_BETWEEN_PARTS = re.compile(r"\s*(?:,|\s[-\u2013\u2014]\s?|[-\u2013\u2014]\s|\(|\)|\[|\]|/)\s*")
_BETWEEN_COUNTRIES = re.compile(r"\s*(?:[,;|/&()]|\band\b|\bor\b|\s[-\u2013\u2014]\s)\s*")
_STATE_AND_REST = re.compile(r"([A-Z]{2}) (\D+)|([A-Z]{2}) \d{5}(?:-\d{4})?")
_CITY_AND_STATE = re.compile(r"(\D+) ([A-Z]{2})")
_ABBREVIATED = 3
_FOOTNOTE = re.compile(r":.*")  # "Remote - Canada: Select locations"
_LONGEST = 200
_MOST = 50


def read_places(text: str | None) -> tuple[Place, ...]:
    """Return the places in a source's text: ``London, UK; Remote - US`` names two."""
    return _read(text.replace("\x00", "").strip()) if text and text.strip() else ()


def stated_place(text: str | None, city: str | None, region: str | None, country: str | None) -> Place | None:
    """Return a place whose parts the source states; what it leaves out is read from the text."""
    read = read_places(text)
    city_name, region_name = _name(city), _name(region)
    code = country_code(country) if country and country.strip() else None
    if not read:
        words = ", ".join(part for part in (city_name, region_name, _name(country)) if part)
        return Place(words, city_name, region_name, code) if words else None
    first = read[0]
    agrees = code is None or first.country in {None, code}
    return Place(
        text=first.text if len(read) == 1 else (text or "").strip(),
        city=city_name or (first.city if agrees and len(read) == 1 else None),
        region=region_name or (first.region if agrees and len(read) == 1 else None),
        country=code or first.country,
    )


def distinct(places: Iterable[Place | None]) -> tuple[Place, ...]:
    """Return the places in order, each once, at most fifty."""
    return tuple(dict.fromkeys(place for place in places if place is not None))[:_MOST]


def remote_countries(places: Iterable[Place]) -> tuple[str, ...]:
    """Return the countries that remote work is limited to: those of places that name no city."""
    found: list[str] = []
    for place in places:
        if place.city is None or _country(without_arrangement(place.text)):
            found += countries_named(place.text) or ([place.country] if place.country else [])
    return tuple(dict.fromkeys(found))


def countries_named(text: str) -> list[str]:
    """Return the countries that a text lists: ``Remote - US & Canada`` names two."""
    parts = _BETWEEN_COUNTRIES.split(without_arrangement(text))
    return [code for code in map(_country, parts) if code]


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[Place, ...]:
    pieces = [piece for piece in _BETWEEN_PLACES.split(text[: _LONGEST * _MOST]) if piece.strip(" ,-")][:_MOST]
    places = [place for piece in pieces for place in _of_piece(piece)]
    exact = [place for place in places if without_arrangement(place.text)]
    return distinct(exact or places[:1])


def _of_piece(piece: str) -> list[Place]:
    parts = _split(without_arrangement(piece))
    if _all_cities(parts):
        return [Place(part, *_alone(part)) for part in parts]
    if len(parts) > _ABBREVIATED and len(parts) % 2 == 0 and all(map(region, parts[1::2])):
        return [
            Place(f"{city}, {state}", *_parts([city, state])) for city, state in zip(*[iter(parts)] * 2, strict=True)
        ]
    return [Place(piece.strip()[:_LONGEST], *_parts(parts))]


def _split(bare: str) -> list[str]:
    """Split a place at its commas and dashes, and where a state's code stands without one."""
    parts = [part for part in _BETWEEN_PARTS.split(_FOOTNOTE.sub("", bare) or bare) if part]
    if len(parts) == 1 and (found := _CITY_AND_STATE.fullmatch(parts[0])) and region(found[2]):
        return [found[1], found[2]]
    if parts and (found := _STATE_AND_REST.fullmatch(parts[-1])) and region(found[1] or found[3]):
        parts[-1:] = [part for part in found.groups() if part]
    return parts


def _all_cities(parts: list[str]) -> bool:
    """Whether this lists several cities, rather than telling more and more of one."""
    names = {folded(part) for part in parts}
    return (
        len(parts) > 1
        and len(names) == len(parts)
        and all(map(known_city, parts))
        and not any(map(country_code, parts))
    )


_Parts = tuple[str | None, str | None, str | None]


def _parts(parts: list[str]) -> _Parts:
    """Tell city, region and country apart, in either order."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to tell apart
        return _alone(parts[0]) if parts else (None, None, None)
    first, last = parts[0], parts[-1]
    state = region(last)
    if state and not _is_city_abroad(first, last):
        rest = parts[1:-1] if country_code(first) == state[1] else parts[:-1]
        return _city(rest), state[0] if len(last) <= _ABBREVIATED else last, state[1]
    for code, rest in ((country_code(last), parts[:-1]), (country_code(first), parts[1:])):
        if code is not None:
            return _within(code, rest)
    if state := region(first):
        return _city(parts[1:]), state[0], state[1]
    return next((_alone(part) for part in parts if known_city(part)), (None, None, None))


def _alone(part: str) -> _Parts:
    found = known_city(part)
    if found:
        return found[0], None, found[1]
    state = region(part)
    if state and country_code(part) is None and folded(part) != "georgia":
        return None, state[0], state[1]
    before, _, after = part.rpartition(" ")
    if before and (known := known_city(before)) and known[1] == country_code(after):
        return known[0], None, known[1]  # "Toronto Canada"
    return None, None, _country(part)


def _country(part: str) -> str | None:
    """Read a part that stands alone: "CA" may be California or Canada, so it is neither."""
    unclear = len(part) <= _ABBREVIATED and region(part) is not None
    return None if unclear or not part else country_code(part)


def _within(country: str, parts: list[str]) -> _Parts:
    """Read what stands beside a country: a city, a state, or a city and what it lies in."""
    if len(parts) > 1:
        state = region(parts[-1])
        return _city(parts[:-1]), state[0] if state and state[1] == country else parts[-1], country
    part = parts[0]
    state = region(part)
    if state and state[1] == country and known_city(part) is None:
        return None, state[0], country
    same = country_code(part)
    return (
        (None if same and not known_city(part) else _city(parts)),
        None,
        None if same not in {None, country} else country,
    )


def _is_city_abroad(first: str, last: str) -> bool:
    """``Tel Aviv, IL`` lies in Israel, not in Illinois."""
    found = known_city(first)
    return found is not None and found[1] == last


def _city(parts: list[str]) -> str | None:
    """Find the town among the parts of an address: one that is known, else the last without a number."""
    known = next((found[0] for found in map(known_city, parts) if found), None)
    return known or next((_name(part) for part in reversed(parts) if not re.search(r"\d", part)), None)


def _name(words: str | None) -> str | None:
    """Keep a part as the source states it, unless it says how instead of where."""
    bare = without_arrangement(words.replace("\x00", "")) if words else ""
    return bare[:_LONGEST] or None
