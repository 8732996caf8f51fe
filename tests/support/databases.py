"""Throw-away databases: one server for the whole run, one migrated template, a fresh copy wherever it is asked for."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
from sqlalchemy import make_url

from careercopilot.adapters.embedded_postgres.server import EmbeddedPostgres
from careercopilot.adapters.postgres.migrations.runner import migrate

_numbers = count(1)
TEMPLATE = "template_migrated"


class TestServer:
    """A PostgreSQL server of the tests' own, without fsync."""

    __test__ = False

    def __init__(self, url: str) -> None:
        self.url = url

    def address(self, database: str) -> str:
        return make_url(self.url).set(database=database).render_as_string(hide_password=False)

    async def create(self, template: str = TEMPLATE) -> str:
        name = f"test_{next(_numbers)}"
        await self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.address(name)

    async def drop(self, url: str) -> None:
        await self._run(f'DROP DATABASE IF EXISTS "{make_url(url).database}" WITH (FORCE)')

    async def prepare_template(self) -> None:
        await self._run(f'CREATE DATABASE "{TEMPLATE}"')
        await migrate(self.address(TEMPLATE))

    async def _run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


async def empty(url: str) -> None:
    """Delete every row of every table of ours. A test leaves few, and deleting them is far quicker than truncating."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(_EMPTY)
    finally:
        await connection.close()


_EMPTY = """
    DO $$ DECLARE tables text[]; name text; BEGIN
        SET LOCAL session_replication_role = replica;
        SELECT array_agg(format('%I.%I', schemaname, tablename)) INTO tables FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public') AND tablename <> 'schema_version';
        FOREACH name IN ARRAY tables LOOP EXECUTE 'DELETE FROM ' || name; END LOOP;
    END $$
"""


@contextmanager
def running_server(folder: Path) -> Iterator[TestServer]:
    server = EmbeddedPostgres(folder, durable=False)
    url = server.acquire()
    try:
        test_server = TestServer(url)
        asyncio.run(test_server.prepare_template())
        yield test_server
    finally:
        server.release()
