"""Records that a person is given of themselves, where no other view shows them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class HiddenJobRecord:
    """A job that the person does not want to see."""

    job_id: UUID
    title: str
    company: str
    hidden_at: datetime
