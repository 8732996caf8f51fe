"""Which boards are followed."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.boards import BoardName, Followed, JobBoardView


class FollowBoard(Protocol):
    """Follow a board from now on."""

    async def __call__(
        self, source: str, board: str, company_name: str | None = None, *, probe: bool = False, soon: bool = True
    ) -> Followed:
        """Follow it and have it read soon, or, without ``soon``, when its daily turn comes.

        Following it again changes at most the company's name.

        With ``probe`` a board that is new here is read first: BoardNotFound when the source does not know it,
        Unavailable when it cannot be read. Raises UnknownSource, InvalidInput.
        """
        ...


class FollowDefaultBoards(Protocol):
    """Follow the handful of boards that a new installation starts with."""

    async def __call__(self) -> int:
        """Follow those never seen here before (one that was given up stays so); return how many."""
        ...


class UnfollowBoard(Protocol):
    """Stop reading a board."""

    async def __call__(self, board_id: UUID) -> None:
        """Read it no more; its jobs stay as they are. Raises BoardNotFound when it is not followed."""
        ...


class ViewBoard(Protocol):
    """Look at one followed board."""

    async def __call__(self, board_id: UUID) -> JobBoardView:
        """Return it. Raises BoardNotFound."""
        ...


class ListBoards(Protocol):
    """Read the list of followed boards."""

    async def __call__(
        self, request: PageRequest, *, source: str | None = None, board: str | None = None
    ) -> Page[JobBoardView]:
        """Return a page, sorted by source and name. Raises UnknownSource."""
        ...


class NameBoards(Protocol):
    """Name the boards that are to be read."""

    async def __call__(self, source: str | None = None) -> Sequence[BoardName]:
        """Return all followed boards, or those of one source, sorted. Raises UnknownSource."""
        ...


class ListDueBoards(Protocol):
    """Name the boards whose time has come."""

    async def __call__(self, limit: int = 100) -> Sequence[BoardName]:
        """Return followed boards that are due and not being read, the longest due first."""
        ...
