"""One transaction per use case: what is not committed never was."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.administration import execute, value
from tests.support.bells import Rang

_MARK = text("INSERT INTO core.heartbeat VALUES (:process, 'k', now())")
_MARKS = "SELECT count(*) FROM core.heartbeat"
_EVENTS = "SELECT count(*) FROM core.outbox"
_BUSY = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = 'careercopilot' AND state <> 'idle'"
)


@pytest.fixture
async def late_check(database_url: str) -> AsyncIterator[None]:
    """A constraint that is looked at only when the transaction commits."""
    await execute(
        database_url,
        "ALTER TABLE core.heartbeat ADD CONSTRAINT one_kind UNIQUE (kind) DEFERRABLE INITIALLY DEFERRED",
    )
    yield
    await execute(database_url, "ALTER TABLE core.heartbeat DROP CONSTRAINT one_kind")


async def test_leaving_without_a_commit_undoes_rows_and_events(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(PostgresSession)).connection.execute(_MARK, {"process": "p"})
        uow.publish(Rang(aggregate_id=new_id()))
    assert await value(database_url, _MARKS) == 0
    assert await value(database_url, _EVENTS) == 0


async def test_an_error_undoes_rows_and_events_and_gives_the_connection_back(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async with postgres_container() as scope:
        with pytest.raises(ZeroDivisionError):
            async with await scope.get(UnitOfWork):
                await (await scope.get(PostgresSession)).connection.execute(_MARK, {"process": "p"})
                raise ZeroDivisionError
        assert await value(database_url, _BUSY) == 0
    assert await value(database_url, _MARKS) == 0


async def test_what_is_committed_stays_together_with_its_events(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(PostgresSession)).connection.execute(_MARK, {"process": "p"})
        uow.publish(Rang(aggregate_id=new_id()))
        await uow.commit()
    assert await value(database_url, _MARKS) == 1
    assert await value(database_url, _EVENTS) == 1


@pytest.mark.usefixtures("late_check")
async def test_an_error_in_the_commit_undoes_everything_and_the_scope_can_go_on(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async with postgres_container() as scope:
        uow, session = await scope.get(UnitOfWork), await scope.get(PostgresSession)
        with pytest.raises(IntegrityError):
            async with uow:
                await session.connection.execute(_MARK, [{"process": "one"}, {"process": "two"}])
                uow.publish(Rang(aggregate_id=new_id()))
                await uow.commit()
        assert await value(database_url, _BUSY) == 0
        assert await value(database_url, _MARKS) == 0
        assert await value(database_url, _EVENTS) == 0
        async with uow:
            await session.connection.execute(_MARK, {"process": "three"})
            await uow.commit()
    assert await value(database_url, _MARKS) == 1


async def test_a_cancelled_use_case_undoes_its_work_and_gives_the_connection_back(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    written = asyncio.Event()

    async def work() -> None:
        async with postgres_container() as scope, await scope.get(UnitOfWork):
            await (await scope.get(PostgresSession)).connection.execute(_MARK, {"process": "p"})
            written.set()
            await asyncio.Event().wait()

    working = asyncio.create_task(work())
    await written.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert await value(database_url, _BUSY) == 0
    assert await value(database_url, _MARKS) == 0


async def test_many_cancelled_use_cases_leave_no_connection_behind(
    postgres_container: AsyncContainer, database_url: str
) -> None:
    async def work() -> None:
        async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
            await (await scope.get(PostgresSession)).connection.execute(text("SELECT pg_sleep(0.05)"))
            await uow.commit()

    for delay in (0.0, 0.01, 0.03, 0.05, 0.07):
        tasks = [asyncio.create_task(work()) for _ in range(16)]
        await asyncio.sleep(delay)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.gather(*(work() for _ in range(16)))
    assert await value(database_url, _BUSY) == 0
