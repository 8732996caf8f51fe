"""A posting made ready for the catalogue."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.search_document import SearchDocument
from careercopilot.modules.jobs.domain.sightings import KnownPosting


@dataclass(frozen=True, kw_only=True)
class CatalogueEntry:
    """A posting, the job it shows, and everything that is stored of both."""

    posting_id: UUID
    job_id: UUID
    external_id: str
    fingerprint: bytes
    posting: Posting
    company: str
    html: str
    text: str
    document: SearchDocument
    attribution: str | None

    @property
    def posted_date(self) -> date | None:
        """The day it was posted, in UTC, where the source says."""
        return self.posting.posted_at.date() if self.posting.posted_at else None


def identities(known: KnownPosting | None) -> tuple[UUID, UUID]:
    """Return the ids of the posting and of its job: the known ones, or new ones."""
    return (known.posting_id, known.job_id) if known else (new_id(), new_id())
