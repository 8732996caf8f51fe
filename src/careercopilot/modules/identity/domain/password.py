"""Which passwords are taken: long enough, and not what everybody tries first."""

import re
import unicodedata
from collections.abc import Iterable

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.identity.domain.text import has_control_characters

SHORTEST = 10
LONGEST = 128
# What has to be left once the guessable parts are taken out, and how many different characters there have to be.
_LEFT_OVER = 4
_DIFFERENT = 4
_WALK = 3
_SHORTEST_PERSONAL_WORD = 4

_WORD_LIST = """
access account admin administrator android angel apple autumn bailey baseball basketball batman buster career
careercopilot changeme charlie cheese chocolate company computer cookie copilot corvette daniel default diamond dragon
employee facebook ferrari flower football freedom george ginger google guest harley hello hire hockey hunter iloveyou
instagram internet jasmine jessica jobsearch jordan joshua killer letmein linkedin liverpool login london lovely
loveyou maggie manager martin master matrix merlin michael microsoft mobile monkey mustang netflix nicole ninja office
orange passwd password passwort patrick peanut pepper phoenix pokemon princess pumpkin purple qazwsx ranger resume
robert root samsung scooter secret shadow silver soccer sparky spotify spring starwars summer sunshine superman system
taylor temporary test tester testing thomas thunder tigger trustno turtle user victoria welcome whatever windows
winter wizard yankees
"""
_WORDS = frozenset(_WORD_LIST.split())
_ROWS = (
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "!@#$%^&*()",
    *("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm"),
)
_WALKS = tuple(walk for row in _ROWS for walk in (row, row[::-1]))
_LEET = str.maketrans("013457@$!", "oieastasi")
_YEAR = re.compile(r"(?:19|20)\d\d")
_REPEATED_UNIT = re.compile(r"(.{1,5}?)\1{2,}.{0,4}", re.DOTALL)


def normalised(password: str) -> str:
    """Return the one form in which a password is hashed, whatever keyboard composed its accents."""
    return unicodedata.normalize("NFC", password)


def accepted(password: str, personal: Iterable[str] = ()) -> str:
    """Return the password as it is hashed. Raises InvalidInput for one that is too short, too long or guessable.

    ``personal`` are words that anybody who knows the person would try.
    """
    text = normalised(password)
    if not SHORTEST <= len(text) <= LONGEST:
        raise InvalidInput("password", f"must have between {SHORTEST} and {LONGEST} characters")
    if has_control_characters(text):
        raise InvalidInput("password", "must not contain control characters")
    if _is_common(text.lower(), personal):
        raise InvalidInput("password", "is too easy to guess; several unrelated words make a good one")
    return text


def _is_common(text: str, personal: Iterable[str]) -> bool:
    if len(set(text)) < _DIFFERENT or _REPEATED_UNIT.fullmatch(text):
        return True
    guessable = _walks(text) | _years(text) | _longest_word(text, personal)
    return len(text) - len(guessable) < _LEFT_OVER


def _walks(text: str) -> set[int]:
    """Return where the text follows a row of the keyboard, the alphabet or counting, or repeats one character."""
    found: set[int] = set()
    for start in range(len(text) - _WALK + 1):
        end = start + _WALK
        while end <= len(text) and _is_walk(text[start:end]):
            found.update(range(start, end))
            end += 1
    return found


def _is_walk(piece: str) -> bool:
    return len(set(piece)) == 1 or any(piece in walk for walk in _WALKS)


def _years(text: str) -> set[int]:
    return {place for match in _YEAR.finditer(text) for place in range(*match.span())}


def _longest_word(text: str, personal: Iterable[str]) -> set[int]:
    """Return where the longest well-known word stands, written plainly or with digits for letters."""
    words = _WORDS | {word.lower() for word in personal if len(word) >= _SHORTEST_PERSONAL_WORD}
    spellings = (text, text.translate(_LEET))
    known = [word for word in words if any(word in spelling for spelling in spellings)]
    if not known:
        return set()
    word = re.escape(max(known, key=len))
    return {p for spelling in spellings for match in re.finditer(word, spelling) for p in range(*match.span())}
