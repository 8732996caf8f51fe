"""Understanding postings: from a source's own words to entries of the catalogue."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from careercopilot.kernel.slices import slices
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry, identities
from careercopilot.modules.jobs.domain.company_names import readable_slug
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.run import Rejection
from careercopilot.modules.jobs.domain.search_document import search_document
from careercopilot.modules.jobs.domain.sightings import KnownPosting
from careercopilot.modules.jobs.domain.soundness import unsound
from careercopilot.modules.jobs.handlers.batches import Batch
from careercopilot.modules.jobs.ports.board_reader import FoundPosting, PostingRejected
from careercopilot.modules.jobs.ports.html_cleaner import CleanHtml, HtmlCleaner

_AT_ONCE = 25  # then others have their turn: understanding is pure computing


@dataclass(frozen=True)
class Candidate:
    """A posting that must be stored, and what was known of it."""

    found: FoundPosting
    known: KnownPosting | None


@dataclass(frozen=True)
class PageContext:
    """What holds for all postings of a page."""

    board: Board
    company: str | None
    attribution: str | None


class EntryMaking:
    """Parses, cleans and folds."""

    def __init__(self, cleaner: HtmlCleaner) -> None:
        self._cleaner = cleaner

    async def make(self, candidates: Sequence[Candidate], context: PageContext, batch: Batch) -> None:
        """Add to the batch an entry for each candidate, or its rejection."""
        for some in slices(candidates, _AT_ONCE):
            understood = [(c, p) for c in some if (p := _understand(c.found, batch)) is not None]
            cleaned = self._cleaner.clean([posting.description_html for _, posting in understood])
            for (candidate, posting), clean in zip(understood, cleaned, strict=True):
                _add(batch, candidate, _entry(candidate, posting, clean, context))
            await asyncio.sleep(0)


def _understand(found: FoundPosting, batch: Batch) -> Posting | None:
    try:
        posting = found.parse()
        reason = unsound(posting)
    except PostingRejected as rejected:
        reason = str(rejected)
    except Exception as error:  # noqa: BLE001 - a fault in reading one posting must not discard the board; it is recorded
        reason = f"it could not be understood: {type(error).__name__}: {error}"
    if reason is None:
        return posting
    batch.rejections.append(Rejection(found.external_id, reason))
    return None


def _entry(candidate: Candidate, posting: Posting, clean: CleanHtml, context: PageContext) -> CatalogueEntry:
    board = context.board
    company = posting.company_name or context.company or board.company_name or readable_slug(board.name)
    posting_id, job_id = identities(candidate.known)
    return CatalogueEntry(
        posting_id=posting_id,
        job_id=job_id,
        external_id=candidate.found.external_id,
        fingerprint=candidate.found.fingerprint,
        posting=posting,
        company=company,
        html=clean.html,
        text=clean.text,
        document=search_document(posting, company, board.name, clean.text),
        attribution=context.attribution,
    )


def _add(batch: Batch, candidate: Candidate, entry: CatalogueEntry) -> None:
    if candidate.known is None:
        batch.new.append(entry)
        return
    batch.changed.append(entry)
    batch.reopened += candidate.known.closed
