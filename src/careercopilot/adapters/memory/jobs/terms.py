"""Known words in memory."""

from collections.abc import Mapping, Sequence

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import JOB_SEARCH, TERMS
from careercopilot.adapters.memory.jobs.word_index import holds_word
from careercopilot.modules.jobs.domain.spelling import similarity

_LIKE = 0.3
_MOST = 50


class MemoryTerms:
    """Words are compared by the trigrams that they share."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database

    async def alike(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        found = {word: self._alike(word) for word in words if not self._stands_anywhere(word)}
        return {word: known for word, known in found.items() if known}

    def _stands_anywhere(self, word: str) -> bool:
        rows = self._database.table(JOB_SEARCH).values()
        return word in self._database.table(TERMS) or any(holds_word(word, row) for row in rows)

    def _alike(self, word: str) -> tuple[str, ...]:
        known = [term for term in self._database.table(TERMS) if _comparable(word, term)]
        return tuple(sorted(known, key=lambda term: (-similarity(word, term), term))[:_MOST])


def _comparable(word: str, term: str) -> bool:
    similar_shape = term[:1] == word[:1] and abs(len(term) - len(word)) <= 1
    return similar_shape or similarity(word, term) >= _LIKE
