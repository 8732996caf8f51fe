"""Typing errors: what a word that stands nowhere was probably meant to be."""

from collections.abc import Iterable, Mapping

from careercopilot.modules.jobs.domain.search_text import SearchQuery, Term

SHORTEST = 4
_LONG = 8
_ALIKE = 0.45


def correctable(search: SearchQuery) -> tuple[str, ...]:
    """Return the wanted words that may be typing errors: single ones, long enough to tell."""
    words = (term.words[0] for term in search.wanted if len(term.words) == 1)
    return tuple(word for word in words if len(word) >= SHORTEST and not word.isdigit())


def corrected(search: SearchQuery, corrections: Mapping[str, str]) -> SearchQuery:
    """Return the query with its single words corrected."""
    wanted = (
        Term((corrections.get(term.words[0], term.words[0]),)) if len(term.words) == 1 else term
        for term in search.wanted
    )
    return SearchQuery(tuple(dict.fromkeys(wanted)), search.unwanted)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that is one slip away (two in a long word) or much alike, the likeliest first."""
    slips = 1 if len(word) < _LONG else 2
    ranked = [
        (distance(word, candidate), candidate[:1] != word[:1], -similarity(word, candidate), candidate)
        for candidate in candidates
        if candidate != word
    ]
    likely = [found for found in ranked if found[0] <= slips or -found[2] >= _ALIKE]
    return min(likely)[3] if likely else None


def similarity(one: str, other: str) -> float:
    """Return how many trigrams two words share, 0 to 1, as pg_trgm counts."""
    left, right = _trigrams(one), _trigrams(other)
    return len(left & right) / len(left | right)


def distance(one: str, other: str) -> int:
    """Return the least number of slips between two words: a letter lost, added, changed, or two swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _trigrams(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
