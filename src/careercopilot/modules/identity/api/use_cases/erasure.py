"""Being forgotten."""

from typing import Protocol
from uuid import UUID


class EraseAccount(Protocol):
    """Leave for good, with everything that was ever kept about oneself."""

    async def __call__(self, user_id: UUID, session_id: UUID | None, password: str | None = None) -> None:
        """Delete the account and end its sessions at once; tells UserErased, to which every context does the same.

        The session must have been opened within the last 15 minutes, or the password comes along. Raises
        PasswordNeeded, WrongPassword, LastAdministrator, or SessionEnded when there is no such account any more.
        """
        ...


class RepeatErasures(Protocol):
    """Tell again who was erased lately."""

    async def __call__(self) -> int:
        """Tell UserErased again for everybody erased within 48 hours; return for how many.

        A request may have been let in before the erasure and store its row after it, when every context has erased
        already. Nobody can see such a row, and the next telling takes it away: so no write has to look for a
        tombstone, or lock one. Erasing twice is harmless everywhere.
        """
        ...
