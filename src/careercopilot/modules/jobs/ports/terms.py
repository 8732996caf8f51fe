"""The words that titles, companies and skills are made of."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Terms(Protocol):
    """Knows words, for those who mistype them."""

    async def alike(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return, for each word that stands in no job, the known words most like it; others are left out."""
        ...
