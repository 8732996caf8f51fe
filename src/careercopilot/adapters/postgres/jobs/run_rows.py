"""Runs as rows."""

from typing import Any

from sqlalchemy import Row

from careercopilot.adapters.postgres.jobs.tables import source_run as t
from careercopilot.modules.jobs.api.models import RunErrorView
from careercopilot.modules.jobs.domain.run import Rejection, RunCounts, SourceRun

RUN_COLUMNS = tuple(t.c)


def run_of(row: Row[Any]) -> SourceRun:
    """Return the run that a row of RUN_COLUMNS holds."""
    counts = RunCounts(
        new=row.new,
        updated=row.updated,
        unchanged=row.unchanged,
        merged=row.merged,
        reopened=row.reopened,
        closed=row.closed,
        rejected=row.rejected,
    )
    return SourceRun(
        id=row.id,
        board_id=row.board_id,
        source=row.source,
        board=row.board,
        status=row.status,
        started_at=row.started_at,
        finished_at=row.finished_at,
        counts=counts,
        rejections=tuple(Rejection(r["external_id"], r["reason"]) for r in row.rejections),
        error=None if row.error_code is None else RunErrorView(row.error_code, row.error_message or ""),
    )


def row_of(run: SourceRun) -> dict[str, object]:
    """Return the run as a row."""
    counts = run.counts
    return {
        "id": run.id,
        "board_id": run.board_id,
        "source": run.source,
        "board": run.board,
        "status": run.status,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "fetched": counts.fetched,
        "new": counts.new,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "merged": counts.merged,
        "reopened": counts.reopened,
        "closed": counts.closed,
        "rejected": counts.rejected,
        "rejections": [{"external_id": r.external_id, "reason": r.reason} for r in run.rejections],
        "error_code": run.error.code if run.error else None,
        "error_message": run.error.message if run.error else None,
    }
