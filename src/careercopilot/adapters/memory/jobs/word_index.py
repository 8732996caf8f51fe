"""Words of a job as the server's text search sees them: folded, stemmed where they are letters only."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import snowballstemmer

from careercopilot.adapters.memory.jobs.rows import JobSearchRow
from careercopilot.modules.jobs.domain.search_text import SearchQuery, Term, fold

_stemmer = snowballstemmer.stemmer("english")

_WEIGHTS = (1.0, 0.4, 0.2, 0.1)  # title, company, department, text


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the form under which a word is found."""
    return str(_stemmer.stemWord(word)) if word.isalpha() else word


def stems(text: str) -> list[str]:
    """Return the stems of a folded text."""
    return [stem(word) for word in text.split()]


def matches(search: SearchQuery, row: JobSearchRow) -> bool:
    """Tell whether a job holds every wanted term and no unwanted one."""
    words = _document(row)
    wanted = all(_occurrences(words, term) for term in search.wanted)
    return wanted and not any(_occurrences(words, term) for term in search.unwanted)


def holds_any(texts: Iterable[str], words: str) -> bool:
    """Tell whether all words of one of the texts stand among the words, in any order."""
    known = set(stems(words))
    return any(known.issuperset(stems(fold(text))) for text in texts)


def holds_word(word: str, row: JobSearchRow) -> bool:
    """Tell whether a job holds a folded word."""
    return stem(word) in _document(row)


def rank(search: SearchQuery, row: JobSearchRow) -> float:
    """Return how well a job fits the words: where they stand counts most, then how often."""
    parts = (row.title_words, row.company_words, row.department_words, row.text_words)
    score = 0.0
    for term in search.wanted:
        weights = [
            weight for weight, part in zip(_WEIGHTS, parts, strict=True) for _ in range(_occurrences(stems(part), term))
        ]
        score += sum(weight / (place * place) for place, weight in enumerate(sorted(weights, reverse=True), 1))
    return score


def _document(row: JobSearchRow) -> list[str]:
    return stems(f"{row.title_words} {row.company_words} {row.department_words} {row.text_words}")


def _occurrences(words: Sequence[str], term: Term) -> int:
    wanted = [stem(word) for word in term.words]
    return sum(1 for at in range(len(words)) if list(words[at : at + len(wanted)]) == wanted)
