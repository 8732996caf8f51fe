"""What a person wants to be told."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.api.preferences import PreferencesChoice, PreferencesView


class ViewPreferences(Protocol):
    """Look at what holds for oneself."""

    async def __call__(self, user_id: UUID) -> PreferencesView:
        """Return it, defaults included."""
        ...


class ReplacePreferences(Protocol):
    """Choose anew."""

    async def __call__(
        self, user_id: UUID, choice: PreferencesChoice, expected_version: int | None = None
    ) -> PreferencesView:
        """Put the choice in the place of the one before; waiting e-mails of types now unwanted are not sent.

        Raises InvalidInput, or PreconditionFailed when the choice before is not at ``expected_version``.
        """
        ...
