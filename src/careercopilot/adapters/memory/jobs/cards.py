"""Jobs in memory, put together as a viewer sees them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import (
    BOARDS,
    HIDDEN_JOBS,
    JOB_TEXTS,
    POSTINGS,
    SAVED_JOBS,
    BoardRow,
    JobRow,
    JobTextRow,
    PostingRow,
    SavedJobRow,
)
from careercopilot.modules.jobs.api.models import (
    CompanyView,
    GhostRisk,
    JobCard,
    JobStatus,
    JobView,
    PostingView,
    ViewerState,
)


class Cards:
    """Reads committed rows."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database

    def card(self, viewer_id: UUID, job: JobRow) -> JobCard:
        """Return a job as it stands in lists."""
        return JobCard(**self._fields(viewer_id, job))

    def whole(self, viewer_id: UUID, job: JobRow) -> JobView:
        """Return a job with its description."""
        text: JobTextRow = self._database.table(JOB_TEXTS)[job.id]
        return JobView(**self._fields(viewer_id, job), description_html=text.html, description_text=text.text)

    def postings(self, job_id: UUID) -> list[PostingRow]:
        """Return where a job was seen, in the order it was."""
        rows: list[PostingRow] = [row for row in self._database.table(POSTINGS).values() if row.job_id == job_id]
        return sorted(rows, key=lambda row: (row.first_seen_at, row.id))

    def _fields(self, viewer_id: UUID, job: JobRow) -> dict[str, Any]:
        postings = tuple(self._posting(row) for row in self.postings(job.id))
        own = {name: value for name, value in vars(job).items() if name in JobCard.__dataclass_fields__}
        return own | {
            "company": CompanyView(job.company_name, job.company_url),
            "last_seen_at": max((posting.last_seen_at for posting in postings), default=job.first_seen_at),
            "status": JobStatus.OPEN if job.closed_at is None else JobStatus.CLOSED,
            "ghost_risk": GhostRisk("unknown"),
            "postings": postings,
            "viewer": self._viewer(viewer_id, job.id),
        }

    def _posting(self, row: PostingRow) -> PostingView:
        seen_at = self._last_seen(row)
        return PostingView(row.source, row.external_id, row.url, row.first_seen_at, seen_at, row.attribution)

    def _last_seen(self, row: PostingRow) -> datetime:
        board: BoardRow = self._database.table(BOARDS)[row.board_id]
        if row.closed_at is not None or board.confirmed_at is None:
            return row.last_seen_at
        return max(row.last_seen_at, board.confirmed_at)

    def _viewer(self, viewer_id: UUID, job_id: UUID) -> ViewerState:
        saved: list[SavedJobRow] = list(self._database.table(SAVED_JOBS).values())
        return ViewerState(
            saved=any((row.user_id, row.job_id) == (viewer_id, job_id) for row in saved),
            hidden=(viewer_id, job_id) in self._database.table(HIDDEN_JOBS),
        )
