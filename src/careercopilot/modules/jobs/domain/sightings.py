"""What a run sees of a board, held against what was known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
from uuid import UUID

_SMALL_BOARD = 10


class KnownPosting(NamedTuple):
    """A posting as it was stored before this run."""

    posting_id: UUID
    job_id: UUID
    fingerprint: bytes
    closed: bool


class Sighting(Enum):
    """How a posting compares with what was known."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BACK = "back"
    REPEATED = "repeated"


@dataclass
class Sightings:
    """The postings of one board before the run, and which of them have been seen in it.

    ``nameless`` counts rows that could not even be identified: any of them may be a posting that seems missing.
    """

    known: Mapping[str, KnownPosting]
    seen: set[str] = field(default_factory=set)
    nameless: int = 0

    def see(self, external_id: str, fingerprint: bytes) -> Sighting:
        """Take note of a posting. Of two with one identity in a run only the first counts."""
        if external_id in self.seen:
            return Sighting.REPEATED
        self.seen.add(external_id)
        before = self.known.get(external_id)
        if before is None:
            return Sighting.NEW
        if before.fingerprint != fingerprint:
            return Sighting.CHANGED
        return Sighting.BACK if before.closed else Sighting.UNCHANGED

    def see_unreadable(self, external_id: str | None) -> bool:
        """Take note of a row that cannot be read; return whether it counts."""
        if external_id is None:
            self.nameless += 1
            return True
        counts = external_id not in self.seen
        self.seen.add(external_id)
        return counts

    def missing(self) -> list[KnownPosting]:
        """Return the open postings that were not seen, unless rows without identity may account for all of them."""
        missing = [p for external_id, p in self.known.items() if not p.closed and external_id not in self.seen]
        return missing if len(missing) > self.nameless else []

    def is_suspicious(self, missing: int) -> bool:
        """Tell whether that many postings gone at once are too many to be believed without a second look."""
        before = sum(not p.closed for p in self.known.values())
        return before >= _SMALL_BOARD and missing * 2 > before

    def seen_known(self) -> list[UUID]:
        """Return the postings that were known and have been seen again."""
        return [self.known[external_id].posting_id for external_id in self.seen if external_id in self.known]
