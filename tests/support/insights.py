"""People who apply for jobs while boards change, and a read model that hears of it in whatever way a test chooses."""

import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
from dishka import AsyncContainer
from hypothesis import strategies as st

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.insights.tables import APPLICATIONS, ARRIVALS, STEPS
from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.adapters.memory.jobs.rows import JOBS
from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS, Subscription
from careercopilot.kernel.errors import CareerCopilotError
from careercopilot.kernel.events import Envelope, Event
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Outbox, StoredEvent
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.insights.api.models import RebuildReport
from careercopilot.modules.insights.api.use_cases.rebuild import RebuildInsights
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import IngestBoard
from careercopilot.modules.tracking.api.models import ApplicationChanges, ApplicationStatus, NewApplication
from careercopilot.modules.tracking.api.use_cases.applications import (
    CreateApplication,
    DeleteApplication,
    EditApplication,
    MoveApplication,
    ReopenApplication,
    ViewApplication,
)
from tests.support.clock import FixedClock
from tests.support.containers import in_memory, on_postgres
from tests.support.ingestion import BOARD, SOURCE, found, page, readers_of

OURS = {s.event.NAME: s for s in SUBSCRIPTIONS if s.name.startswith("insights.follow-")}
PEOPLE = 3
POSTINGS = 4
JOBS_PER_BOARD = "SELECT job_id FROM jobs.posting ORDER BY external_id"
ROWS = (
    "SELECT 'application', to_jsonb(t)::text FROM insights.application t"
    " UNION ALL SELECT 'step', to_jsonb(t)::text FROM insights.step t"
    " UNION ALL SELECT 'arrival', to_jsonb(t)::text FROM insights.arrival t"
)


class World:
    """Everything that happens is told at once to whoever asks for ``told``; nobody hears of it by itself."""

    def __init__(
        self, container: AsyncContainer, reader: MemoryBoardReader, clock: FixedClock, url: str | None
    ) -> None:
        self.container = container
        self.clock = clock
        self.people = [new_id() for _ in range(PEOPLE)]
        self.applications: list[tuple[UUID, UUID]] = []
        self.told: list[StoredEvent] = []
        self._reader = reader
        self._url = url

    async def call(self, use_case: type[Any], *arguments: Any, **options: Any) -> Any:
        async with self.container() as scope:
            return await (await scope.get(use_case))(*arguments, **options)

    async def create(self, person: int, posting: int | None = None, **given: Any) -> UUID:
        """Track an application, for a posting of the board if there is one."""
        jobs = await self.jobs()
        job_id = None if posting is None or posting >= len(jobs) else jobs[posting]
        words = {"title": "Gardener", "company": "Tulip & Sons"}
        new = NewApplication(job_id=job_id, **{**words, **given})
        application = await self.call(CreateApplication, self.people[person], new)
        self.applications.append((self.people[person], application.id))
        return UUID(str(application.id))

    async def jobs(self) -> list[UUID]:
        """Return the jobs there are, by the names of their postings."""
        if self._url is None:
            rows = (await self.container.get(MemoryDatabase)).table(JOBS)
            return [row.id for row in sorted(rows.values(), key=lambda row: row.url)]
        connection = await asyncpg.connect(self._url)
        try:
            return [row["job_id"] for row in await connection.fetch(JOBS_PER_BOARD)]
        finally:
            await connection.close()

    async def show(self, *postings: int) -> None:
        """Let the board show these postings, and read it."""
        self._reader.fill(BOARD, page(*(found(str(number), f"Electrician {number}") for number in postings)))
        await self.call(FollowBoard, SOURCE, BOARD)
        await self.call(IngestBoard, SOURCE, BOARD)

    async def drain(self) -> list[StoredEvent]:
        """Return what was told since the last time."""
        outbox = await self.container.get(Outbox)
        async with outbox.claim(1000) as claim:
            events = [event for event in claim.events if event.name in OURS]
            await claim.settle([event.event_id for event in claim.events], {})
        self.told += events
        return events

    async def hear(self, events: Sequence[StoredEvent]) -> None:
        """Hand events to the read model as the relay does, but past the inbox, so that doubles reach it."""
        for subscription in dict.fromkeys(OURS[event.name].subscriber for event in events):
            some = [event for event in events if OURS[event.name].subscriber is subscription]
            async with self.container() as scope:
                subscriber = await scope.get(subscription)
                async with await scope.get(UnitOfWork) as unit_of_work:
                    await subscriber([opened(event, OURS[event.name]) for event in some])
                    await unit_of_work.commit()

    async def rebuild(self) -> RebuildReport:
        report: RebuildReport = await self.call(RebuildInsights)
        return report

    async def rows(self, *, deleted: bool = True) -> list[str]:
        """Return the rows of the read model as text, the ids of deleted applications among them or not."""
        if self._url is not None:
            return await _rows_of(self._url, deleted=deleted)
        database = await self.container.get(MemoryDatabase)
        kept = [row for row in database.table(APPLICATIONS).values() if deleted or not row.deleted]
        others = [*database.table(STEPS).values(), *database.table(ARRIVALS).values()]
        return sorted(repr(row) for row in [*kept, *others])

    async def wipe(self) -> None:
        """Lose the whole read model."""
        if self._url is None:
            database = await self.container.get(MemoryDatabase)
            for name in (APPLICATIONS, STEPS, ARRIVALS):
                database.table(name).clear()
            return
        connection = await asyncpg.connect(self._url)
        try:
            await connection.execute("TRUNCATE insights.application, insights.step, insights.arrival")
        finally:
            await connection.close()


def opened(stored: StoredEvent, subscription: Subscription) -> Envelope[Event]:
    return Envelope(stored.event_id, stored.occurred_at, msgspec.convert(stored.payload, subscription.event))


async def _rows_of(url: str, *, deleted: bool) -> list[str]:
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(ROWS)
    finally:
        await connection.close()
    return sorted(f"{row[0]} {row[1]}" for row in rows if deleted or '"deleted": true' not in row[1])


@asynccontextmanager
async def a_world(url: str | None = None) -> AsyncIterator[World]:
    """Give a world of its own, in memory or on the database at ``url``."""
    clock, reader = FixedClock(), MemoryBoardReader()
    readers = readers_of(reader)
    container = in_memory(clock, readers) if url is None else on_postgres(url, clock, readers)
    try:
        yield World(container, reader, clock, url)
    finally:
        await container.close()


Act = Callable[[World], Awaitable[object]]


def _creating(person: int, posting: int | None, status: ApplicationStatus, *, archived: bool) -> Act:
    return lambda world: world.create(person, posting, status=status, archived=archived)


def _on(number: int, act: Callable[[World, UUID, UUID], Awaitable[object]]) -> Act:
    """Act on one of the applications there are, if there is any."""

    async def acting(world: World) -> None:
        if world.applications:
            await act(world, *world.applications[number % len(world.applications)])

    return acting


def _moving(number: int, to: ApplicationStatus, hours_ago: int) -> Act:
    return _on(
        number,
        lambda world, person, application: world.call(
            MoveApplication, person, application, to, at=world.clock.now() - timedelta(hours=hours_ago)
        ),
    )


def _advancing(number: int, choice: int, hours_ago: int) -> Act:
    """Take one of the steps that the pipeline has."""

    async def advance(world: World, person: UUID, application: UUID) -> None:
        steps = (await world.call(ViewApplication, person, application)).allowed_transitions
        if steps:
            at = world.clock.now() - timedelta(hours=hours_ago)
            await world.call(MoveApplication, person, application, steps[choice % len(steps)], at=at)

    return _on(number, advance)


def _editing(number: int, changes: dict[str, Any], hours_ago: int | None) -> Act:
    def edit(world: World, person: UUID, application: UUID) -> Awaitable[object]:
        sent: dict[str, Any] = (
            {} if hours_ago is None else {"applied_at": world.clock.now() - timedelta(hours=hours_ago)}
        )
        return world.call(EditApplication, person, application, ApplicationChanges(**changes, **sent))

    return _on(number, edit)


def _reopening(number: int) -> Act:
    return _on(number, lambda world, person, application: world.call(ReopenApplication, person, application))


def _deleting(number: int) -> Act:
    async def delete(world: World, person: UUID, application: UUID) -> None:
        await world.call(DeleteApplication, person, application)
        world.applications.remove((person, application))

    return _on(number, delete)


def _showing(postings: frozenset[int]) -> Act:
    return lambda world: world.show(*sorted(postings))


_numbers = st.integers(0, 3)
_statuses = st.sampled_from(ApplicationStatus)
_edits = st.fixed_dictionaries(
    {"archived": st.booleans()}, optional={"notes": st.sampled_from(["", "rang"]), "status": _statuses}
)
_hours = st.integers(0, 30)
acts = st.one_of(
    st.builds(
        _creating, st.integers(0, PEOPLE - 1), st.none() | st.integers(0, POSTINGS), _statuses, archived=st.booleans()
    ),
    st.builds(_moving, _numbers, _statuses, _hours),
    st.builds(_advancing, _numbers, st.integers(0, 5), st.integers(0, 3)),
    st.builds(_advancing, _numbers, st.just(0), st.just(0)),
    st.builds(_editing, _numbers, _edits, st.none()),
    st.builds(_editing, _numbers, _edits, _hours),
    st.builds(_reopening, _numbers),
    st.builds(_deleting, _numbers),
    st.builds(_showing, st.frozensets(st.integers(0, POSTINGS - 1))),
)
histories = st.lists(acts, min_size=20, max_size=40)


async def live_through(world: World, history: Sequence[Act]) -> None:
    """Let it all happen, with the read model hearing of each thing at once; what is refused does not happen."""
    await world.show(*range(POSTINGS))
    for act in history:
        world.clock.advance(timedelta(hours=3))
        try:
            await act(world)
        except CareerCopilotError:
            continue
        await world.hear(await world.drain())


async def hear_somehow(world: World, chance: random.Random, *, twice: bool = True) -> None:
    """Let the read model hear everything that was ever told: doubled, out of order, in batches of any size."""
    events = world.told * 2 if twice else list(world.told)
    chance.shuffle(events)
    while events:
        size = chance.randint(1, 12)
        batch, events = events[:size], events[size:]
        await world.hear(batch)
