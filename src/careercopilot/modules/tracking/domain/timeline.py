"""The timeline: what happened to an application, in the order of recording, never changed afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.modules.tracking.api.models import ApplicationStatus, EntryKind, TimelineEntryView

EXCERPT_LENGTH = 280


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One line, written with the change that made the application ``version``."""

    id: UUID
    application_id: UUID
    version: int
    kind: EntryKind
    at: datetime
    recorded_at: datetime
    from_status: ApplicationStatus | None = None
    to_status: ApplicationStatus | None = None
    note: str | None = None
    data: dict[str, object] | None = None

    def show(self) -> TimelineEntryView:
        """Return the line as it is given out."""
        return TimelineEntryView(
            id=self.id,
            kind=self.kind,
            at=self.at,
            recorded_at=self.recorded_at,
            from_status=self.from_status,
            to_status=self.to_status,
            note=self.note,
            data=self.data,
        )


def replay(entries: Iterable[TimelineEntry | TimelineEntryView]) -> ApplicationStatus | None:
    """Return the status that the steps lead to; None without any step."""
    status = None
    for entry in entries:
        if entry.to_status is not None:
            status = entry.to_status
    return status


def excerpt(text: str) -> str:
    """Return the beginning of a long text: a timeline tells that notes were written, it does not keep them twice."""
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1] + "…"
