"""The tables that the code writes are the tables that the migrations made."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from careercopilot.adapters import postgres
from careercopilot.adapters.postgres.content import tables as content
from careercopilot.adapters.postgres.core import tables as core
from careercopilot.adapters.postgres.core.engines import driver_url
from careercopilot.adapters.postgres.identity import tables as identity
from careercopilot.adapters.postgres.insights import tables as insights
from careercopilot.adapters.postgres.jobs import tables as jobs
from careercopilot.adapters.postgres.messaging import tables as messaging
from careercopilot.adapters.postgres.tracking import tables as tracking

MODULES = (core, identity, insights, jobs, tracking, content, messaging)
# What the code never names as a table: it only reads and writes them in plain SQL, or alembic does.
UNNAMED = {"core.schema_version"}


def metadata() -> list[MetaData]:
    return [value for module in MODULES for value in vars(module).values() if isinstance(value, MetaData)]


def test_every_context_with_tables_is_looked_at() -> None:
    folder = Path(next(iter(postgres.__path__)))
    assert {Path(str(module.__file__)) for module in MODULES} == set(folder.glob("*/tables.py"))
    assert len(metadata()) == len(MODULES)


async def test_columns_types_and_nullability_are_those_of_the_migrated_database(database_url: str) -> None:
    assert await compared(database_url, metadata()) == []


async def test_a_disagreement_would_be_noticed(database_url: str) -> None:
    other = MetaData(schema="core")
    text, number = Column("kind", Text), Column("beat_at", Integer, nullable=False)
    Table("heartbeat", other, Column("process", Text, primary_key=True), text, number, Column("more", Text))
    noticed = await compared(database_url, [other])
    assert {kind for kind, _ in noticed} == {"modify_nullable", "modify_type", "add_column", "remove_table"}


async def compared(url: str, expected: list[MetaData]) -> list[tuple[str, str]]:
    engine = create_async_engine(driver_url(url), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_differences, expected)
    finally:
        await engine.dispose()


def _differences(connection: Connection, expected: list[MetaData]) -> list[tuple[str, str]]:
    schemas = {str(found.schema) for found in expected}

    def looked_at(name: str | None, kind: str, parents: MutableMapping[Any, str | None]) -> bool:
        if kind == "schema":
            return name in schemas
        if kind == "table":
            return f"{parents['schema_name']}.{name}" not in UNNAMED
        # Indexes and constraints stand in the migrations alone: the code never builds a table.
        return kind == "column"

    options = {"include_schemas": True, "include_name": looked_at, "compare_type": True}
    context = MigrationContext.configure(connection, opts=options)
    found = _flat(compare_metadata(context, expected))  # type: ignore[arg-type] # it takes several, as autogenerate does
    return [(str(one[0]), str(one)) for one in found if not str(one[0]).endswith(("_index", "_constraint", "_fk"))]


def _flat(differences: list[Any]) -> list[Any]:
    return [one for found in differences for one in (found if isinstance(found, list) else [found])]
