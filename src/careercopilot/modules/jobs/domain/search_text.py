"""Words as the search sees them: the same folding for what is indexed and what is asked.

Folding: compatibility decomposition, marks dropped, case folded, everything but letters and digits a gap.
A few names that live by their punctuation keep it as a word: ``C++`` -> ``cplusplus``, ``.NET`` -> ``dotnet``.
"""

import re
import unicodedata
from dataclasses import dataclass

MAX_INDEXED_CHARACTERS = 200_000
_MAX_TERMS = 32

_SPELLED = {"c++": "cplusplus", "c#": "csharp", "f#": "fsharp", ".net": "dotnet", "asp.net": "asp dotnet"}
_PUNCTUATED = re.compile(r"(?<![^\W_])(?:asp\.net|\.net|c\+\+|[cf]#)(?![^\W_])")
_GAP = re.compile(r"[\W_]+")
_QUERY_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True)
class Term:
    """One or more words that must stand next to each other, in this order."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class SearchQuery:
    """What a person asked for: every one of ``wanted``, none of ``unwanted``."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()


def fold(text: str) -> str:
    """Return the text as space-separated words in folded form."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    folded = _PUNCTUATED.sub(lambda found: f" {_SPELLED[found[0]]} ", text.casefold())
    return _GAP.sub(" ", folded).strip()


def parse_query(text: str) -> SearchQuery:
    """Read words, "phrases" and -exclusions; a word that folds to several is a phrase. At most 32 terms count."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for sign, phrase, word in _QUERY_PART.findall(text):
        words = tuple(fold(phrase or word).split())
        if words:
            (unwanted if sign else wanted).append(Term(words))
    return SearchQuery(tuple(dict.fromkeys(wanted[:_MAX_TERMS])), tuple(dict.fromkeys(unwanted[:_MAX_TERMS])))
