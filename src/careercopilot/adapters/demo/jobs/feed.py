"""The demo source: one board, three hundred postings, no network."""

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from hashlib import blake2b

import msgspec

from careercopilot.adapters.demo.jobs.catalogue import catalogue
from careercopilot.adapters.demo.jobs.composing import compose
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.slices import slices
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.ports.board_reader import (
    BoardError,
    BoardPage,
    FoundPosting,
    SourceTraits,
    Validators,
)

BOARD = "demo"
_PAGE = 100


class DemoFeed:
    """Reads the postings of fictional employers; the same ones every time."""

    traits = SourceTraits(
        name="demo", lists_everything=True, attribution="Demonstration data: every employer is fictional."
    )

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:  # noqa: ARG002 - never asked again
        if board != BOARD:
            raise BoardError("board_not_found", f"The demo source has one board, {BOARD!r}.")
        postings = list(compose(catalogue(), self._clock.now()))
        for some in slices(postings, _PAGE):
            yield BoardPage(tuple(_found(posting) for posting in some))


def _found(posting: Posting) -> FoundPosting:
    """Leave the day out of the fingerprint: it moves with the clock, the posting does not change."""
    words = msgspec.json.encode(replace(posting, posted_at=None))
    return FoundPosting(posting.external_id, blake2b(words, digest_size=16).digest(), partial(_itself, posting))


def _itself(posting: Posting) -> Posting:
    return posting
