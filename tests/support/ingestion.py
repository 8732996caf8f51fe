"""Ingesting boards of the tests' own: small boards, filled posting by posting, in a container of ingestion alone."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, TypeVar
from uuid import UUID

from dishka import AsyncContainer, Provider, Scope, make_async_container

from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.bootstrap.contexts import jobs_ingestion
from careercopilot.bootstrap.core import PostgresCore
from careercopilot.bootstrap.memory import jobs_ingestion as in_memory
from careercopilot.bootstrap.memory.core import MemoryCore
from careercopilot.bootstrap.settings import DatabaseUrl, Settings
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import IngestBoard
from careercopilot.modules.jobs.api.use_cases.source_runs import ListSourceRuns, SourceRunFilter
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.sightings import KnownPosting
from careercopilot.modules.jobs.ports.board_reader import (
    BoardPage,
    FoundPosting,
    PostingRejected,
    UnreadablePosting,
    Validators,
)
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue
from tests.support.containers import settings

T = TypeVar("T")
SOURCE = "memory"
BOARD = "acme-robotics"


def found(external_id: str, title: str = "Electrician", text: str = "<p>Wires.</p>", **facts: Any) -> FoundPosting:
    """Return a posting as a reader finds it; its fingerprint is made of its words."""
    url = facts.pop("url", f"https://jobs.example.com/{external_id}")
    posting = Posting(external_id=external_id, title=title, url=url, description_html=text, **facts)
    return FoundPosting(external_id, fingerprint(posting), lambda: posting)


def fingerprint(posting: Posting) -> bytes:
    return blake2b(repr(posting).encode(errors="surrogatepass"), digest_size=16).digest()


def spoilt(external_id: str, reason: str = "it has no title", error: Exception | None = None) -> FoundPosting:
    """Return a posting that cannot be understood."""

    def parse() -> Posting:
        raise error or PostingRejected(reason)

    return FoundPosting(external_id, b"spoilt", parse)


def page(
    *postings: FoundPosting,
    unreadable: Sequence[UnreadablePosting] = (),
    etag: str | None = None,
    company: str | None = None,
) -> BoardPage:
    return BoardPage(postings, tuple(unreadable), Validators(etag) if etag else None, company)


def many(count: int, start: int = 0) -> list[FoundPosting]:
    return [found(str(number), f"Electrician {number}") for number in range(start, start + count)]


class Ingesting:
    """Every use case in a scope of its own, as in the product."""

    def __init__(self, container: AsyncContainer, reader: MemoryBoardReader, clock: Clock) -> None:
        self.container = container
        self.reader = reader
        self.clock = clock

    async def call(self, use_case: type[T], act: Callable[[T], Any]) -> Any:
        async with self.container() as scope:
            return await act(await scope.get(use_case))

    async def run(self, *pages: BoardPage | Exception, board: str = BOARD, **options: Any) -> SourceRunView:
        """Make this what the board shows (or leave it as it is), follow it, and ingest it."""
        if pages:
            self.reader.fill(board, *pages)
        await self.call(FollowBoard, lambda follow: follow(SOURCE, board))
        return await self.ingest(board, **options)

    async def ingest(self, board: str = BOARD, **options: Any) -> SourceRunView:
        run: SourceRunView = await self.call(IngestBoard, lambda ingest: ingest(SOURCE, board, **options))
        assert run.fetched == run.new + run.updated + run.unchanged + run.merged + run.rejected
        return run

    async def runs(self) -> Sequence[SourceRunView]:
        listed = await self.call(ListSourceRuns, lambda list_: list_(SourceRunFilter(), PageRequest(limit=100)))
        runs: Sequence[SourceRunView] = listed.items
        return runs

    async def board(self, name: str = BOARD) -> Board:
        async with self.container() as scope, await scope.get(UnitOfWork):
            boards: BoardRepository = await scope.get(BoardRepository)
            board = await boards.find(SOURCE, name)
        assert board is not None
        return board

    async def known(self, name: str = BOARD) -> dict[str, KnownPosting]:
        board = await self.board(name)
        async with self.container() as scope, await scope.get(UnitOfWork):
            return dict(await (await scope.get(Catalogue)).known(board.id))

    async def open_ids(self, name: str = BOARD) -> set[str]:
        return {external_id for external_id, posting in (await self.known(name)).items() if not posting.closed}

    async def told(self) -> list[tuple[str, dict[str, Any]]]:
        """Return the events told so far and forget them."""
        outbox = await self.container.get(Outbox)
        async with outbox.claim(1000) as claim:
            events = [(event.name, dict(event.payload)) for event in claim.events]
            await claim.settle([event.event_id for event in claim.events], {})
        return events


@asynccontextmanager
async def ingesting(
    clock: Clock, url: str | None = None, *more: Provider, **changes: object
) -> AsyncIterator[Ingesting]:
    """Wire ingestion alone, in memory or on the PostgreSQL at ``url``."""
    reader = MemoryBoardReader()
    context = in_memory.memory() if url is None else jobs_ingestion.postgres()
    core: Provider = MemoryCore() if url is None else PostgresCore()
    surroundings = _surroundings(clock, reader, url, settings(pool_size=8, **changes))
    container = make_async_container(core, jobs_ingestion.use_cases(), context, surroundings, *more)
    try:
        yield Ingesting(container, reader, clock)
    finally:
        await container.close()


def readers_of(*readers: MemoryBoardReader) -> Provider:
    provider = Provider(scope=Scope.APP)
    by_name = {reader.traits.name: reader for reader in readers}
    provider.provide(lambda: BoardReaders(by_name), provides=BoardReaders, override=True)
    return provider


def _surroundings(clock: Clock, reader: MemoryBoardReader, url: str | None, chosen: Settings) -> Provider:
    provider = readers_of(reader)
    provider.provide(lambda: clock, provides=Clock)
    provider.provide(lambda: chosen, provides=Settings)
    if url is not None:
        provider.provide(lambda: DatabaseUrl(url), provides=DatabaseUrl)
    return provider


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def ids(events: list[tuple[str, dict[str, Any]]], name: str, kind: str) -> set[UUID]:
    return {UUID(text) for told, payload in events if told == name for text in payload[kind]}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
