"""The catalogue for writing, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.jobs.entry_rows import job_row, posting_row, search_row, text_row
from careercopilot.adapters.memory.jobs.rows import (
    HIDDEN_JOBS,
    JOB_SEARCH,
    JOB_TEXTS,
    JOBS,
    POSTINGS,
    SAVED_JOBS,
    TERMS,
    PostingRow,
)
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry
from careercopilot.modules.jobs.domain.sightings import KnownPosting


class MemoryCatalogue:
    """The same rows as in the real tables."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def known(self, board_id: UUID) -> Mapping[str, KnownPosting]:
        rows = [row for row in self._table(POSTINGS).values() if row.board_id == board_id]
        return {r.external_id: KnownPosting(r.id, r.job_id, r.fingerprint, r.closed_at is not None) for r in rows}

    async def store(self, board: Board, entries: Sequence[CatalogueEntry], now: datetime) -> None:
        jobs, postings, terms = self._table(JOBS), self._table(POSTINGS), self._table(TERMS)
        for entry in entries:
            job = jobs[entry.job_id] = job_row(entry, jobs.get(entry.job_id), now)
            self._table(JOB_TEXTS)[entry.job_id] = text_row(entry)
            postings[entry.posting_id] = posting_row(entry, board, postings.get(entry.posting_id), now)
            first_seen = job.first_seen_at.astimezone(UTC).date()
            self._table(JOB_SEARCH)[entry.job_id] = search_row(entry, board.source, first_seen)
            for word in entry.document.terms():
                terms[word] = word

    async def reopen(self, postings: Sequence[KnownPosting], now: datetime) -> None:
        for posting in postings:
            self._change(POSTINGS, posting.posting_id, closed_at=None, last_seen_at=now)
            self._set_job_closed(posting.job_id, None)

    async def confirm(self, posting_ids: Sequence[UUID], now: datetime) -> None:
        for posting_id in posting_ids:
            row = self._table(POSTINGS)[posting_id]
            if row.closed_at is None:
                self._change(POSTINGS, posting_id, last_seen_at=max(row.last_seen_at, now))

    async def close(
        self, postings: Sequence[KnownPosting], last_confirmed_at: datetime | None, now: datetime
    ) -> Sequence[UUID]:
        for posting in postings:
            row: PostingRow = self._table(POSTINGS)[posting.posting_id]
            if row.closed_at is None:
                seen = max(row.last_seen_at, last_confirmed_at or row.last_seen_at)
                self._change(POSTINGS, row.id, closed_at=now, last_seen_at=seen)
        jobs = self._table(JOBS)
        concerned = {p.job_id for p in postings if jobs[p.job_id].closed_at is None}
        still_open = {row.job_id for row in self._table(POSTINGS).values() if row.closed_at is None}
        gone = sorted(concerned - still_open)
        for job_id in gone:
            self._set_job_closed(job_id, now)
        return gone

    async def remove(self, board_id: UUID) -> Sequence[UUID]:
        postings = self._table(POSTINGS)
        removed = [row for row in postings.values() if row.board_id == board_id]
        for row in removed:
            del postings[row.id]
        gone = {row.job_id for row in removed} - {row.job_id for row in postings.values()}
        for job_id in gone:
            for table in (JOBS, JOB_TEXTS, JOB_SEARCH):
                del self._table(table)[job_id]
        for table in (SAVED_JOBS, HIDDEN_JOBS):
            marks = self._table(table)
            for key in [key for key, row in marks.items() if row.job_id in gone]:
                del marks[key]
        return list(gone)

    async def is_empty(self) -> bool:
        return not self._table(JOBS)

    def _table(self, name: str) -> MemoryTable[Any, Any]:
        return self._session.table(name)

    def _change(self, table: str, key: UUID, **changes: object) -> None:
        rows = self._table(table)
        rows[key] = replace(rows[key], **changes)

    def _set_job_closed(self, job_id: UUID, closed_at: datetime | None) -> None:
        version = self._table(JOBS)[job_id].version + 1
        self._change(JOBS, job_id, closed_at=closed_at, version=version)
        self._change(JOB_SEARCH, job_id, open=closed_at is None)
