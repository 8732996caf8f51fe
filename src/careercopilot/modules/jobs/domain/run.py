"""A run: one reading of one board, and the ledger's line about it."""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from uuid import UUID

from careercopilot.modules.jobs.api.models import RejectionView, RunErrorView, RunStatus, SourceRunView

MAX_REJECTIONS_KEPT = 100
_MAX_REASON = 300


@dataclass(frozen=True, kw_only=True)
class RunCounts:
    """What became of the postings of a run, or of a part of it."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    merged: int = 0
    reopened: int = 0
    closed: int = 0
    rejected: int = 0

    @property
    def fetched(self) -> int:
        """Postings that were looked at: each is one of five things. Reopened ones are among those."""
        return self.new + self.updated + self.unchanged + self.merged + self.rejected

    def __add__(self, other: "RunCounts") -> "RunCounts":
        return RunCounts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True)
class Rejection:
    """A posting that was not taken, and why."""

    external_id: str | None
    reason: str


@dataclass(kw_only=True)
class SourceRun:
    """Running until it is ended, once, in one of four ways."""

    id: UUID
    board_id: UUID
    source: str
    board: str
    status: RunStatus = "running"
    started_at: datetime
    finished_at: datetime | None = None
    counts: RunCounts = field(default_factory=RunCounts)
    rejections: tuple[Rejection, ...] = ()
    error: RunErrorView | None = None

    @classmethod
    def start(cls, run_id: UUID, board_id: UUID, source: str, board: str, now: datetime) -> "SourceRun":
        """Return a run that begins now."""
        return cls(id=run_id, board_id=board_id, source=source, board=board, started_at=now)

    def count(self, counts: RunCounts, rejections: tuple[Rejection, ...] = ()) -> None:
        """Add what became of some postings; the first hundred rejections are kept, all are counted."""
        self.counts += counts
        room = MAX_REJECTIONS_KEPT - len(self.rejections)
        kept = (Rejection(r.external_id, r.reason[:_MAX_REASON]) for r in rejections[:room])
        self.rejections = (*self.rejections, *kept)

    def counting(self, counts: RunCounts, rejections: tuple[Rejection, ...] = ()) -> "SourceRun":
        """Return the run as it will be once some postings are stored."""
        later = replace(self)
        later.count(counts, rejections)
        return later

    def complete(self, now: datetime) -> None:
        """End it: the board was read to its end."""
        self._end("complete", now)

    def leave_unmodified(self, now: datetime) -> None:
        """End it: the source had nothing new to say."""
        self._end("not_modified", now)

    def hold_back(self, now: datetime, code: str, message: str) -> None:
        """End it: the board was read to its end, but not everything it says is believed yet."""
        self.error = RunErrorView(code, message)
        self._end("partial", now)

    def break_off(self, now: datetime, code: str, message: str) -> None:
        """End it before the board's end: partial when something was taken, else failed."""
        self.error = RunErrorView(code, message)
        self._end("partial" if self.counts.fetched else "failed", now)

    def interrupt(self, now: datetime) -> None:
        """End it because somebody stopped it."""
        self.break_off(now, "interrupted", "The run was stopped before its end.")

    def view(self) -> SourceRunView:
        """Return what is told of it."""
        counts = self.counts
        return SourceRunView(
            id=self.id,
            source=self.source,
            board=self.board,
            status=self.status,
            started_at=self.started_at,
            finished_at=self.finished_at,
            fetched=counts.fetched,
            new=counts.new,
            updated=counts.updated,
            unchanged=counts.unchanged,
            merged=counts.merged,
            reopened=counts.reopened,
            closed=counts.closed,
            rejected=counts.rejected,
            rejections=tuple(RejectionView(r.external_id, r.reason) for r in self.rejections),
            error=self.error,
        )

    def _end(self, status: RunStatus, now: datetime) -> None:
        self.status, self.finished_at = status, now
