"""Accounts: signing up, and what a person tells about themselves."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.identity.api.models import NewUser, ProfileChanges, Registration, SignedIn, UserView


class RegisterUser(Protocol):
    """Sign up and sign in at once."""

    async def __call__(self, registration: Registration) -> SignedIn:
        """Make the account and open its first session; tells UserRegistered.

        Raises InvalidInput, naming every field that does not fit, or EmailTaken.
        """
        ...


class CreateUser(Protocol):
    """Make an account for somebody else; the only way to a first administrator."""

    async def __call__(self, user: NewUser) -> UserView:
        """Make the account; tells UserRegistered. Raises InvalidInput or EmailTaken."""
        ...


class ViewUser(Protocol):
    """Look at one user."""

    async def __call__(self, user_id: UUID) -> UserView:
        """Return the user. Raises UserNotFound."""
        ...


class ListUsers(Protocol):
    """Look through all users, the newest first."""

    async def __call__(self, request: PageRequest) -> Page[UserView]:
        """Return a page of users."""
        ...


class UpdateProfile(Protocol):
    """Change what a person tells about themselves."""

    async def __call__(self, user_id: UUID, changes: ProfileChanges, expected_version: int | None = None) -> UserView:
        """Apply the changes and return the user.

        Raises InvalidInput, UserNotFound, or PreconditionFailed when the user is not at ``expected_version``.
        """
        ...
