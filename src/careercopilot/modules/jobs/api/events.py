"""The facts that jobs tells."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from careercopilot.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class JobsIngested(Event):
    """A run of a board stored these jobs; at most 500 ids in all, no id twice. ``aggregate_id`` is the board.

    ``new`` were not known, ``updated`` have other words than before, ``reopened`` had been closed and are
    open again with the words they had.
    """

    NAME: ClassVar[str] = "jobs.jobs-ingested.v1"

    source: str
    board: str
    new: tuple[UUID, ...] = ()
    updated: tuple[UUID, ...] = ()
    reopened: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class JobsClosed(Event):
    """These jobs, at most 500, are no longer listed anywhere. ``aggregate_id`` is the board that told."""

    NAME: ClassVar[str] = "jobs.jobs-closed.v1"

    source: str
    board: str
    job_ids: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class SavedSearchMatched(Event):
    """Jobs arrived that a person's saved search finds. ``aggregate_id`` is the saved search.

    The version grows with each telling of one search, and a job is told once per arrival. ``job_ids`` are the
    newest of them, at most ``MOST_NAMED``, the newest first; ``total`` counts them all, up to ``MOST_COUNTED``.
    ``frequency`` (instant, daily or weekly) is how often the person asked to hear of it.
    """

    NAME: ClassVar[str] = "jobs.saved-search-matched.v1"
    MOST_NAMED: ClassVar[int] = 50
    MOST_COUNTED: ClassVar[int] = 10_000

    user_id: UUID
    name: str
    frequency: str
    job_ids: tuple[UUID, ...]
    total: int
