"""A catalogue to read from, filled through the ports that ingestion fills it by."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from dishka import AsyncContainer
from dishka.exceptions import NoFactoryError
from sqlalchemy import update

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import JOB_SEARCH, JOBS
from careercopilot.adapters.postgres.core.engines import WriteEngine
from careercopilot.adapters.postgres.jobs.tables import job, job_search
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.job_lists import JobList
from careercopilot.modules.jobs.api.models import Place, Remote, Salary
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.search_document import search_document
from careercopilot.modules.jobs.domain.sightings import KnownPosting
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
Search = Callable[..., Awaitable[JobList]]
_numbers = count(1)


def paid(low: float | None, high: float | None, currency: str = "EUR") -> Salary:
    return Salary(min=low, max=high, currency=currency, annual_min=low, annual_max=high)


def titles(found: JobList) -> list[str]:
    return [card.title for card in found.page.items]


def an_entry(
    title: str = "Gardener",
    *,
    company: str = "Green Thumb",
    board: str = "greenthumb",
    text: str = "",
    days_ago: int = 0,
    places: Sequence[Place] = (),
    posted: date | None = None,
    **facts: Any,
) -> CatalogueEntry:
    number = next(_numbers)
    day = posted or TODAY - timedelta(days=days_ago)
    posting = Posting(
        external_id=f"p{number}",
        title=title,
        url=f"https://jobs.example.org/{number}",
        locations=tuple(places),
        posted_at=datetime.combine(day, datetime.min.time(), UTC),
        **{"remote": Remote.UNKNOWN, **facts},
    )
    return CatalogueEntry(
        external_id=posting.external_id,
        posting_id=new_id(),
        job_id=new_id(),
        fingerprint=number.to_bytes(16, "big"),
        posting=posting,
        company=company,
        html=f"<p>{text}</p>",
        text=text,
        document=search_document(posting, company, board, text),
        attribution=None,
    )


class CatalogueOf:
    """The catalogue of one container."""

    def __init__(self, container: AsyncContainer) -> None:
        self._container = container

    async def add(self, *entries: CatalogueEntry, source: str = "ashby", board: str = "greenthumb") -> list[UUID]:
        """Store entries of one board; return the ids of their jobs."""
        async with self._container() as scope:
            boards, catalogue = await scope.get(BoardRepository), await scope.get(Catalogue)
            async with await scope.get(UnitOfWork) as unit_of_work:
                kept, _ = await boards.follow(Board.follow(source, board, None, NOW))
                await catalogue.store(kept, entries, NOW)
                await unit_of_work.commit()
        return [entry.job_id for entry in entries]

    async def close(self, entry: CatalogueEntry) -> None:
        known = KnownPosting(entry.posting_id, entry.job_id, entry.fingerprint, closed=False)
        async with self._container() as scope:
            catalogue = await scope.get(Catalogue)
            async with await scope.get(UnitOfWork) as unit_of_work:
                await catalogue.close([known], NOW, NOW + timedelta(days=1))
                await unit_of_work.commit()

    async def skilled(self, job_id: UUID, *skills: str) -> None:
        """Note skills, which no source states yet."""
        await self._change(job_id, {"skills": skills}, {"skills": skills})

    async def owned(self, job_id: UUID, owner_id: UUID) -> None:
        """Make a job one that somebody entered by hand."""
        await self._change(job_id, {"owner_id": owner_id}, {})

    async def _change(self, job_id: UUID, of_job: dict[str, Any], of_search: dict[str, Any]) -> None:
        try:
            database = await self._container.get(MemoryDatabase)
        except NoFactoryError:
            engine = (await self._container.get(WriteEngine)).engine
            async with engine.begin() as connection:
                await connection.execute(update(job).where(job.c.id == job_id).values(_lists(of_job)))
                changes = _lists(of_job)  # the search row repeats these columns
                await connection.execute(update(job_search).where(job_search.c.job_id == job_id).values(changes))
            return
        jobs, search = database.table(JOBS), database.table(JOB_SEARCH)
        jobs[job_id] = replace(jobs[job_id], **of_job)
        search[job_id] = replace(search[job_id], **of_search)


def _lists(changes: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in changes.items()}
