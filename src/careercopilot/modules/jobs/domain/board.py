"""A board: the list of openings that one employer keeps at one source."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.api.boards import JobBoardView
from careercopilot.modules.jobs.domain.schedule import next_daily, next_look_after_loss, next_retry


@dataclass(kw_only=True)
class Board:
    """Its validators and ``confirmed_at`` stand for the last read that showed all of it.

    ``suspected_at`` is set while so much of the board is gone that another read must confirm it.
    """

    id: UUID
    source: str
    name: str
    company_name: str | None = None
    followed: bool = True
    etag: str | None = None
    last_modified: str | None = None
    confirmed_at: datetime | None = None
    suspected_at: datetime | None = None
    next_run_at: datetime | None = None
    failures: int = 0
    created_at: datetime

    @classmethod
    def follow(cls, source: str, name: str, company_name: str | None, now: datetime, *, soon: bool = True) -> "Board":
        """Return a board that is followed from now on, due at once or on its daily turn."""
        board_id = new_id()
        first_turn = now if soon else next_daily(board_id, now)
        return cls(
            id=board_id, source=source, name=name, company_name=company_name, next_run_at=first_turn, created_at=now
        )

    def complete(self, now: datetime, etag: str | None, last_modified: str | None) -> None:
        """Take note that all of it was read."""
        self.etag, self.last_modified = etag, last_modified
        self.suspected_at = None
        self._confirm(now)

    def unchanged(self, now: datetime) -> None:
        """Take note that the source says it is as it was."""
        self._confirm(now)

    def suspect(self, now: datetime) -> None:
        """Take note that too much of it is gone to be believed at once."""
        self.etag = self.last_modified = None
        self.suspected_at = now
        self.failures += 1
        self.next_run_at = next_look_after_loss(now)

    def fail(self, now: datetime) -> None:
        """Take note that it could not be read, or not to its end."""
        self.failures += 1
        self.next_run_at = next_retry(self.failures, now)

    def lose(self, now: datetime) -> None:
        """Make it due after its worker died: at once, unless that keeps happening."""
        self.next_run_at = now if self.failures == 0 else next_retry(self.failures, now)
        self.failures += 1

    def interrupt(self, now: datetime) -> None:
        """Make it due at once: the reading was stopped through no fault of the board."""
        self.next_run_at = now

    def view(self) -> JobBoardView:
        """Return what is told of it."""
        return JobBoardView(
            id=self.id,
            source=self.source,
            board=self.name,
            company_name=self.company_name,
            confirmed_at=self.confirmed_at,
            next_run_at=self.next_run_at,
            failures=self.failures,
            created_at=self.created_at,
        )

    def _confirm(self, now: datetime) -> None:
        self.confirmed_at = now
        self.failures = 0
        self.next_run_at = next_daily(self.id, now)
