"""Part of a page on its way into the catalogue."""

from dataclasses import dataclass, field

from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry
from careercopilot.modules.jobs.domain.run import Rejection, RunCounts
from careercopilot.modules.jobs.domain.sightings import KnownPosting


@dataclass
class Batch:
    """What one transaction stores, and what the ledger says of it."""

    new: list[CatalogueEntry] = field(default_factory=list)
    changed: list[CatalogueEntry] = field(default_factory=list)
    back: list[KnownPosting] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    reopened: int = 0

    @property
    def counts(self) -> RunCounts:
        """What becomes of its postings."""
        return RunCounts(
            new=len(self.new),
            updated=len(self.changed),
            unchanged=len(self.back),
            reopened=self.reopened + len(self.back),
            rejected=len(self.rejections),
        )
