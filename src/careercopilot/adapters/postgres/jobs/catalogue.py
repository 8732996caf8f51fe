"""The catalogue for writing, on PostgreSQL: few statements, each over many rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import CursorResult

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.jobs import catalogue_sql as sql
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry
from careercopilot.modules.jobs.domain.sightings import KnownPosting


class PostgresCatalogue:
    """Parameters go to the driver as they are: arrays of a batch are no place for type conversion row by row."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def known(self, board_id: UUID) -> Mapping[str, KnownPosting]:
        rows: Sequence[Any] = (await self._run(sql.KNOWN, board_id)).all()
        return {row[0]: KnownPosting._make(row[1:]) for row in rows}

    async def store(self, board: Board, entries: Sequence[CatalogueEntry], now: datetime) -> None:
        if not entries:
            return
        await self._run(sql.MORE_MEMORY)
        await self._run(sql.STORE_JOBS, *_columns([_job_row(e) for e in entries]), now)
        await self._run(sql.STORE_TEXTS, *_columns([(e.job_id, e.html, e.text) for e in entries]))
        postings = _columns([_posting_row(e) for e in entries])
        await self._run(sql.STORE_POSTINGS, *postings, board.id, board.source, now)
        await self._run(sql.STORE_SEARCH, *_columns([_search_row(e) for e in entries]), board.source)
        terms = set().union(*(e.document.terms() for e in entries))
        await self._run(sql.STORE_TERMS, sorted(terms))  # sorted and last: two runs never wait for each other in a ring

    async def reopen(self, postings: Sequence[KnownPosting], now: datetime) -> None:
        if postings:
            await self._run(sql.REOPEN_POSTINGS, [p.posting_id for p in postings], now)
            await self._run(sql.REOPEN_JOBS, [p.job_id for p in postings])

    async def confirm(self, posting_ids: Sequence[UUID], now: datetime) -> None:
        if posting_ids:
            await self._run(sql.CONFIRM, list(posting_ids), now)

    async def close(
        self, postings: Sequence[KnownPosting], last_confirmed_at: datetime | None, now: datetime
    ) -> Sequence[UUID]:
        if not postings:
            return []
        await self._run(sql.CLOSE_POSTINGS, [p.posting_id for p in postings], now, last_confirmed_at)
        return [job_id for (job_id,) in await self._run(sql.CLOSE_JOBS, [p.job_id for p in postings], now)]

    async def remove(self, board_id: UUID) -> Sequence[UUID]:
        jobs = {job_id for (job_id,) in await self._run(sql.REMOVE_POSTINGS, board_id)}
        return [job_id for (job_id,) in await self._run(sql.REMOVE_JOBS, list(jobs))]

    async def is_empty(self) -> bool:
        return bool((await self._run(sql.IS_EMPTY)).scalar_one())

    async def _run(self, statement: str, *parameters: object) -> CursorResult[Any]:
        return await self._session.connection.exec_driver_sql(statement, parameters)


def _columns(rows: Sequence[tuple[object, ...]]) -> list[list[object]]:
    """Turn rows into one list per column."""
    return [list(column) for column in zip(*rows, strict=True)]


def _job_row(entry: CatalogueEntry) -> tuple[object, ...]:
    posting = entry.posting
    return (
        entry.job_id,
        posting.title,
        entry.company,
        posting.company_url,
        msgspec.json.encode(posting.locations).decode(),
        posting.remote,
        _joined(posting.remote_countries),
        posting.employment_type,
        posting.seniority,
        None if posting.salary is None else msgspec.json.encode(posting.salary).decode(),
        posting.visa_sponsorship,
        posting.language,
        posting.url,
        posting.apply_url,
        entry.posted_date,
    )


def _posting_row(entry: CatalogueEntry) -> tuple[object, ...]:
    posting = entry.posting
    return (entry.posting_id, entry.external_id, entry.job_id, entry.fingerprint, posting.url, entry.attribution)


def _search_row(entry: CatalogueEntry) -> tuple[object, ...]:
    words = entry.document
    countries = _joined(words.countries)
    return (entry.job_id, words.title, words.company, words.department, words.text, words.places, countries)


def _joined(words: Sequence[str]) -> str:
    return sql.SEPARATOR.join(word.replace(sql.SEPARATOR, " ") for word in words)
