"""A saved search: filters that one person keeps, held against the jobs that arrive."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput, PreconditionFailed
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency, SavedSearchView
from careercopilot.modules.jobs.domain.filter_values import checked_text
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.search_filters import written


@dataclass(kw_only=True)
class SavedSearch:
    """``seen`` is how far in the row of arrivals it has looked, ``due_at`` when the calendar has it look again."""

    id: UUID
    user_id: UUID
    name: str
    filters: JobFilters
    frequency: AlertFrequency
    seen: int
    due_at: datetime | None
    last_matched_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime

    def edit(self, name: str, filters: JobFilters, frequency: AlertFrequency, now: datetime) -> bool:
        """Take what the person wants now; say whether anything is different. ``seen`` and ``due_at`` stay."""
        if (self.name, self.filters, self.frequency) == (name, filters, frequency):
            return False
        self.name, self.filters, self.frequency = name, filters, frequency
        self.version += 1
        self.updated_at = now
        return True

    def look(self, upto: int, due_at: datetime | None, now: datetime, *, found: bool) -> None:
        """Have looked at the arrivals up to here."""
        self.seen = max(self.seen, upto)
        self.due_at = due_at
        if found:
            self.last_matched_at = now
            self.version += 1

    def expect(self, version: int | None) -> None:
        """Raise PreconditionFailed unless this is the version that the caller knows."""
        if version is not None and version != self.version:
            raise PreconditionFailed

    def view(self) -> SavedSearchView:
        """Return it as its owner sees it."""
        return SavedSearchView(
            id=self.id,
            name=self.name,
            filters=written(self.filters),
            frequency=self.frequency,
            last_matched_at=self.last_matched_at,
            version=self.version,
            created_at=self.created_at,
            updated_at=self.updated_at,
        )


def read_name(text: str) -> str:
    """Return the name of a search, trimmed."""
    name = checked_text("name", text)
    if not name:
        raise InvalidInput("name", "must not be empty")
    return name
