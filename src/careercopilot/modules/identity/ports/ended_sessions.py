"""Sessions that have ended while access tokens of theirs may still be about."""

from datetime import timedelta
from typing import Final, Protocol
from uuid import UUID

SESSION_ENDED: Final = "identity.session-ended"
"""The signal that tells other processes: its payload is the session's id."""

PERSON_ERASED: Final = "identity.person-erased"
"""The signal that every session of a person has ended for good: its payload is the user's id."""

REMEMBERED_FOR: Final = timedelta(minutes=20)
"""Longer than any access token lives."""


class EndedSessions(Protocol):
    """Known in every process at all times, since every request asks."""

    def note(self, session_id: UUID) -> None:
        """Remember, in this process at once, that the session has ended."""
        ...

    def has_ended(self, session_id: UUID) -> bool:
        """Say whether the session ended lately. Quick, and never waits."""
        ...

    def note_erased(self, user_id: UUID) -> None:
        """Remember, in this process at once, that the person was erased, and all their sessions with them."""
        ...

    def is_erased(self, user_id: UUID) -> bool:
        """Say whether the person was erased lately. Quick, and never waits."""
        ...
