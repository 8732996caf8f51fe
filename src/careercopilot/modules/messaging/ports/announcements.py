"""Announcements, and how far they were told."""

from typing import Protocol

from careercopilot.modules.messaging.domain.announcement import Announcement


class Announcements(Protocol):
    """The announcements of the open unit of work."""

    async def add(self, announcement: Announcement) -> None:
        """Keep a new one."""
        ...

    async def next_untold(self) -> Announcement | None:
        """Return the oldest that is not told to everybody; nobody else gets it until the unit of work is left.

        One that somebody else is telling is passed over.
        """
        ...

    async def save(self, announcement: Announcement) -> None:
        """Keep how far it was told."""
        ...
