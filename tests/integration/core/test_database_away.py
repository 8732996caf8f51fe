"""A database that is away, or has too much to do, is told in the house's words; once it is back, all goes on."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from dishka import AsyncContainer
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from careercopilot.adapters.postgres.core.engines import PoolSizes, ReadEngine, WriteEngine, read_engine, write_engine
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.bootstrap.health import Installation
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.administration import end_connections
from tests.support.bells import ring
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres

Question = Callable[[AsyncContainer], Awaitable[object]]


async def ask_reading(container: AsyncContainer) -> object:
    async with (await container.get(ReadEngine)).engine.connect() as connection:
        return (await connection.execute(select(1))).scalar()


async def ask_in_a_unit_of_work(container: AsyncContainer) -> object:
    async with container() as scope, await scope.get(UnitOfWork):
        return (await (await scope.get(PostgresSession)).connection.execute(select(1))).scalar()


async def ask_the_outbox(container: AsyncContainer) -> object:
    return (await (await container.get(Outbox)).backlog()).pending + 1


EVERY_WAY: list[Question] = [ask_reading, ask_in_a_unit_of_work, ask_the_outbox]
every_way = pytest.mark.parametrize("ask", EVERY_WAY)


@pytest.fixture
async def nowhere(unused_port: int, clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(f"postgresql://nobody@127.0.0.1:{unused_port}/nothing", clock)
    yield container
    await container.close()


@every_way
async def test_a_server_that_cannot_be_reached_is_unavailable(nowhere: AsyncContainer, ask: Question) -> None:
    for _ in range(3):
        with pytest.raises(Unavailable) as caught:
            await ask(nowhere)
    assert "postgres" not in str(caught.value).lower()


async def test_a_server_that_cannot_be_reached_is_down_and_nothing_is_raised(nowhere: AsyncContainer) -> None:
    installation = await nowhere.get(Installation)
    report = await installation.health()
    assert (report.status, report.database.status, report.workers.status) == ("unhealthy", "down", "down")
    assert not await installation.ready()


@every_way
async def test_connections_that_ended_while_they_rested_are_replaced_without_a_failure(
    postgres_container: AsyncContainer, database_url: str, ask: Question
) -> None:
    await asyncio.gather(*(ask(postgres_container) for _ in range(3)))
    assert await end_connections(database_url, "careercopilot") >= 1
    await asyncio.sleep(0.05)
    assert await asyncio.gather(*(ask(postgres_container) for _ in range(5))) == [1] * 5


async def test_a_connection_that_ends_under_a_reading_request_is_unavailable_and_the_next_one_works(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async def slow() -> None:
        async with (await postgres_container.get(ReadEngine)).engine.connect() as connection:
            await connection.execute(text("SELECT pg_sleep(30)"))

    running = asyncio.create_task(slow())
    await asyncio.sleep(0.3)
    assert await end_connections(database_url, "careercopilot", "active") == 1
    with pytest.raises(Unavailable):
        await running
    assert await ask_reading(postgres_container) == 1


async def test_a_connection_that_ends_within_a_unit_of_work_undoes_it_and_the_next_one_works(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async with postgres_container() as scope:
        uow, session = await scope.get(UnitOfWork), await scope.get(PostgresSession)
        with pytest.raises(Unavailable):
            async with uow:
                await session.connection.execute(text("INSERT INTO core.heartbeat VALUES ('p', 'k', now())"))
                await end_connections(database_url, "careercopilot")
                await asyncio.sleep(0.05)
                await session.connection.execute(select(1))
        async with uow:
            found = await session.connection.execute(text("SELECT count(*) FROM core.heartbeat"))
            assert found.scalar() == 0


async def test_a_connection_that_ends_before_the_commit_makes_the_commit_unavailable(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async with postgres_container() as scope:
        uow, session = await scope.get(UnitOfWork), await scope.get(PostgresSession)
        async with uow:
            await session.connection.execute(text("INSERT INTO core.heartbeat VALUES ('p', 'k', now())"))
            await end_connections(database_url, "careercopilot")
            await asyncio.sleep(0.05)
            with pytest.raises(Unavailable):
                await uow.commit()
    await ring(postgres_container, 1)


@pytest.mark.parametrize("make", [write_engine, read_engine])
async def test_more_requests_than_connections_are_unavailable_after_their_patience(
    database_url: str, make: Callable[[str, PoolSizes], WriteEngine | ReadEngine]
) -> None:
    made = make(database_url, PoolSizes(size=1, overflow=1, timeout=0.2))
    try:
        async with made.engine.connect() as one, made.engine.connect() as two:
            await one.execute(select(1))
            await two.execute(select(1))
            with pytest.raises(Unavailable):
                await made.engine.connect()
        async with made.engine.connect() as again:
            assert (await again.execute(select(1))).scalar() == 1
    finally:
        await made.engine.dispose()


PRIVATE = "robin@example.org"


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("SELECT 1 / :value", {"value": PRIVATE}),
        ("SELECT :value || ''", {"value": f"{PRIVATE}\ud800"}),
        ("SELECT CAST(CAST(:value AS text) AS int)", {"value": PRIVATE}),
        ("INSERT INTO told (name, age) VALUES (:value, 1)", {"value": PRIVATE}),
        ("INSERT INTO told (name) VALUES (:value)", {"value": PRIVATE}),
    ],
    ids=["an argument of another type", "no text at all", "a cast", "a key taken", "a row that lacks something"],
)
async def test_an_error_tells_nothing_of_what_rows_and_parameters_hold(
    postgres_container: AsyncContainer, statement: str, values: dict[str, str]
) -> None:
    async with (await postgres_container.get(WriteEngine)).engine.connect() as connection:
        await connection.execute(text("CREATE TEMPORARY TABLE told (name text PRIMARY KEY, age int NOT NULL)"))
        await connection.execute(text("INSERT INTO told VALUES (:name, 1)"), {"name": PRIVATE})
        with pytest.raises(SQLAlchemyError, match="hide_parameters") as caught:
            await connection.execute(text(statement), values)
    assert PRIVATE not in "".join(traceback.format_exception(caught.value))
