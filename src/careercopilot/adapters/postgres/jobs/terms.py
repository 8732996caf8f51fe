"""Known words in PostgreSQL."""

from collections.abc import Mapping, Sequence

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.statements import prepared

# A slip changes few trigrams of a long word but most of a short one, whose first letter and length it mostly leaves.
_ALIKE = prepared("""
    SELECT asked.word, alike.words
    FROM unnest(:words) AS asked (word)
    CROSS JOIN LATERAL (
        SELECT array_agg(likeliest.word) AS words FROM (
            SELECT t.word FROM jobs.term t
            WHERE t.word % asked.word
                OR (left(t.word, 1) = left(asked.word, 1) AND abs(length(t.word) - length(asked.word)) <= 1)
            ORDER BY similarity(t.word, asked.word) DESC, t.word COLLATE "C" LIMIT 50
        ) likeliest
    ) alike
    WHERE alike.words IS NOT NULL
        AND NOT EXISTS (SELECT FROM jobs.term t WHERE t.word = asked.word)
        AND NOT EXISTS (SELECT FROM jobs.job_search s
            WHERE s.document @@ to_tsquery('jobs.words', quote_literal(asked.word)))
""")


class PostgresTerms:
    """Words are compared by the trigrams that they share."""

    def __init__(self, engine: ReadEngine) -> None:
        self._reads = BoundedReads(engine)

    async def alike(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        rows = await self._reads.all(_ALIKE, {"words": [word[:100] for word in words]})
        return {word: tuple(known) for word, known in rows}
