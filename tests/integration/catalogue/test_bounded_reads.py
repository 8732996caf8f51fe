"""Reads against a server that is slow, or goes away."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from careercopilot.adapters.postgres.core.engines import PoolSizes, ReadEngine, read_engine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.statements import prepared
from careercopilot.kernel.errors import Unavailable

ECHO = prepared("SELECT :tag AS tag, pg_backend_pid() AS pid")
SLEEP = prepared("SELECT pg_sleep(30)")


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[ReadEngine]:
    engine = read_engine(database_url, PoolSizes(size=1, overflow=0))
    yield engine
    await engine.engine.dispose()


async def _sleeping(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        running = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"
        return int(await connection.fetchval(running))
    finally:
        await connection.close()


async def _until_sleeping(url: str) -> None:
    while not await _sleeping(url):  # noqa: ASYNC110 - the server has no event to wait for
        await asyncio.sleep(0.02)


async def test_what_takes_too_long_is_given_up_and_cancelled(engine: ReadEngine, database_url: str) -> None:
    with pytest.raises(Unavailable, match="too long"):
        await BoundedReads(engine, patience=0.2).all(SLEEP, {})

    assert await _sleeping(database_url) == 0
    row = await BoundedReads(engine).first(ECHO, {"tag": "again"})
    assert row is not None
    assert row["tag"] == "again"


async def test_a_caller_who_leaves_cancels_the_statement(engine: ReadEngine, database_url: str) -> None:
    reading = asyncio.create_task(BoundedReads(engine).all(SLEEP, {}))
    await _until_sleeping(database_url)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading

    assert await BoundedReads(engine).first(ECHO, {"tag": "again"}) is not None
    assert await _sleeping(database_url) == 0


async def test_a_lost_connection_is_told_and_replaced(engine: ReadEngine, database_url: str) -> None:
    reads = BoundedReads(engine)
    row = await reads.first(ECHO, {"tag": "first"})
    assert row is not None
    reading = asyncio.create_task(reads.all(SLEEP, {}))
    await _until_sleeping(database_url)
    connection = await asyncpg.connect(database_url)
    await connection.fetchval("SELECT pg_terminate_backend($1)", row["pid"])
    await connection.close()

    with pytest.raises(Unavailable, match="does not answer"):
        await reading
    assert await reads.first(ECHO, {"tag": "again"}) is not None


async def test_a_server_that_is_away_is_unavailable() -> None:
    engine = read_engine("postgresql://nobody@127.0.0.1:1/nothing", PoolSizes(size=1, overflow=0))

    with pytest.raises(Unavailable):
        await BoundedReads(engine).all(ECHO, {"tag": "x"})
    await engine.engine.dispose()


async def test_words_are_written_into_the_statement_as_a_literal() -> None:
    statement = prepared("SELECT 1 WHERE 'a' @@ to_tsquery(:q) AND x = :tag AND y = :tag::text")

    sql, parameters = statement.bound({"q": "'it''s' & !'b'", "tag": "t"})

    assert sql == "SELECT 1 WHERE 'a' @@ to_tsquery('''it''''s'' & !''b''') AND x = $1::text AND y = $1::text::text"
    assert parameters == ("t",)
