"""Where accounts are kept."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.domain.account import Account


class AccountRepository(Protocol):
    """Accounts, read and written in the scope's unit of work."""

    async def add(self, account: Account) -> None:
        """Keep a new account. Raises EmailTaken, also when two sign up with one address at once."""
        ...

    async def get(self, user_id: UUID) -> Account:
        """Return the account; nobody else can save it until the unit of work is left. Raises UserNotFound."""
        ...

    async def find(self, user_id: UUID) -> Account | None:
        """Return the account without holding it."""
        ...

    async def administrators(self) -> frozenset[UUID]:
        """Return the ids of all administrators; none of these accounts can change until the unit of work is left."""
        ...

    async def find_by_email(self, key: str) -> Account | None:
        """Return the account whose e-mail address has this key."""
        ...

    async def save(self, account: Account) -> None:
        """Keep the changes and move ``account.version`` on.

        Raises PreconditionFailed when somebody else has saved it since it was read.
        """
        ...
