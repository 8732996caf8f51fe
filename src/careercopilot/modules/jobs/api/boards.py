"""Boards, as jobs gives them out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class BoardName:
    """A board by its source and its name there."""

    source: str
    board: str


@dataclass(frozen=True, kw_only=True)
class JobBoardView:
    """A followed board: when it was last known to be whole, and when it is read next."""

    id: UUID
    source: str
    board: str
    company_name: str | None
    confirmed_at: datetime | None
    next_run_at: datetime | None
    failures: int
    created_at: datetime


@dataclass(frozen=True)
class Followed:
    """A board that is followed now; ``fresh`` when it was not before."""

    board: JobBoardView
    fresh: bool
