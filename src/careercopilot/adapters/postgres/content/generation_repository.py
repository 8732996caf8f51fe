"""Generations on PostgreSQL, for writing."""

from dataclasses import fields
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import Row, and_, bindparam, delete, insert, select

from careercopilot.adapters.postgres.content.tables import generation as t
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.content.domain.generation import Generation


class PostgresGenerationRepository:
    """One row per text."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, generation: Generation) -> None:
        await self._session.connection.execute(insert(t), _row(generation))

    async def find(self, user_id: UUID, generation_id: UUID) -> Generation | None:
        found = await self._session.connection.execute(_FIND, {"owner_id": user_id, "wanted_id": generation_id})
        row = found.one_or_none()
        return None if row is None else _generation(row)

    async def remove(self, generation: Generation) -> None:
        known = {"owner_id": generation.user_id, "wanted_id": generation.id, "seen": generation.version}
        if (await self._session.connection.execute(_REMOVE, known)).rowcount == 0:
            raise PreconditionFailed


_FIELDS: Final = tuple(field.name for field in fields(Generation))
_mine = and_(t.c.user_id == bindparam("owner_id"), t.c.id == bindparam("wanted_id"))
_FIND = select(t).where(_mine).with_for_update()
_REMOVE = delete(t).where(_mine, t.c.version == bindparam("seen"))


def _row(generation: Generation) -> dict[str, Any]:
    return {name: getattr(generation, name) for name in _FIELDS}


def _generation(row: Row[*tuple[Any, ...]]) -> Generation:
    return msgspec.convert(row, Generation, from_attributes=True)
