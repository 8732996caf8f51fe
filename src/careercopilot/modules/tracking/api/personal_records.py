"""Records that a person is given of themselves, where no other view shows them alone."""

from dataclasses import dataclass
from uuid import UUID

from careercopilot.modules.tracking.api.models import TimelineEntryView


@dataclass(frozen=True)
class TimelineRecord:
    """The whole timeline of one application, in the order of recording."""

    application_id: UUID
    entries: tuple[TimelineEntryView, ...]
