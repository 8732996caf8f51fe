"""A saved job: kept by one person, with their own words about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput, PreconditionFailed
from careercopilot.modules.jobs.domain.filter_values import checked_text

NOTES_LIMIT = 20_000
TAG_LIMIT = 50
TAGS_LIMIT = 30


@dataclass(kw_only=True)
class SavedJob:
    """A job that a person keeps."""

    id: UUID
    user_id: UUID
    job_id: UUID
    notes: str
    tags: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime

    def edit(self, notes: str | None, tags: Sequence[str] | None, now: datetime) -> bool:
        """Take new notes and tags, None leaving them; say whether anything is different."""
        before = (self.notes, self.tags)
        self.notes = self.notes if notes is None else read_notes(notes)
        self.tags = self.tags if tags is None else read_tags(tags)
        if (self.notes, self.tags) == before:
            return False
        self.version += 1
        self.updated_at = now
        return True

    def expect(self, version: int | None) -> None:
        """Raise PreconditionFailed unless this is the version that the caller knows."""
        if version is not None and version != self.version:
            raise PreconditionFailed


def save(saved_job_id: UUID, user_id: UUID, job_id: UUID, notes: str, tags: Sequence[str], now: datetime) -> SavedJob:
    """Begin to keep a job. Raises InvalidInput for notes or tags beyond the limits."""
    return SavedJob(
        id=saved_job_id,
        user_id=user_id,
        job_id=job_id,
        notes=read_notes(notes),
        tags=read_tags(tags),
        version=1,
        created_at=now,
        updated_at=now,
    )


def read_notes(text: str) -> str:
    """Return notes trimmed."""
    return checked_text("notes", text, NOTES_LIMIT)


def read_tags(values: Sequence[str]) -> tuple[str, ...]:
    """Return the tags in the order given, each once whatever its capitals."""
    tags: dict[str, str] = {}
    for value in values:
        tag = checked_text("tags", value, TAG_LIMIT)
        if not tag:
            raise InvalidInput("tags", "must not be empty")
        tags.setdefault(tag.casefold(), tag)
    if len(tags) > TAGS_LIMIT:
        raise InvalidInput("tags", f"must be at most {TAGS_LIMIT}")
    return tuple(tags.values())
