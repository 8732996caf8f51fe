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
