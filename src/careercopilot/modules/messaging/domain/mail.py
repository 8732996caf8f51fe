"""A mail: what is told, in words for reading, before anybody makes a message of it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Mail:
    """To one person. ``id`` is that of its first delivery, the same in every attempt, and names the message."""

    id: UUID
    user_id: UUID
    to: str = field(repr=False)
    to_name: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str = field(repr=False)
    written_at: datetime
