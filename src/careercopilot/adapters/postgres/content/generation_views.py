"""Generations on PostgreSQL, for reading."""

from dataclasses import fields
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, func, literal, select

from careercopilot.adapters.postgres.content.tables import generation as t
from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.content.api.models import GenerationCard, GenerationFilter, GenerationView


class PostgresGenerationViews:
    """Reads committed rows, always by the person they belong to."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def page(self, user_id: UUID, wanted: GenerationFilter, request: PageRequest) -> Page[GenerationCard]:
        conditions = _conditions(user_id, wanted)
        newest = _CARD.where(*conditions).order_by(t.c.created_at.desc(), t.c.id.desc())
        some = select(literal(1)).where(*conditions).limit(COUNT_CAP + 1).subquery()
        async with self._engine.connect() as connection:
            rows = await connection.execute(newest.limit(request.limit).offset(request.offset))
            items = tuple(msgspec.convert(row, GenerationCard, from_attributes=True) for row in rows)
            total = (await connection.execute(select(func.count()).select_from(some))).scalar_one()
        return Page(items, request, *capped(total))

    async def find(self, user_id: UUID, generation_id: UUID) -> GenerationView | None:
        async with self._engine.connect() as connection:
            found = await connection.execute(_FIND, {"user_id": user_id, "wanted_id": generation_id})
            row = found.one_or_none()
        return None if row is None else msgspec.convert(row, GenerationView, from_attributes=True)

    async def after(self, user_id: UUID, generation_id: UUID | None, limit: int) -> tuple[GenerationView, ...]:
        wanted = {"user_id": user_id, "last_id": generation_id or _BEGINNING, "limit": limit}
        async with self._engine.connect() as connection:
            rows = await connection.execute(_AFTER, wanted)
            return tuple(msgspec.convert(row, GenerationView, from_attributes=True) for row in rows)

    async def count(self, user_id: UUID) -> int:
        async with self._engine.connect() as connection:
            return (await connection.execute(_COUNT, {"user_id": user_id})).scalar_one()


def _conditions(user_id: UUID, wanted: GenerationFilter) -> list[ColumnElement[bool]]:
    conditions = [t.c.user_id == user_id]
    if wanted.kind is not None:
        conditions.append(t.c.kind == wanted.kind)
    if wanted.status is not None:
        conditions.append(t.c.status == wanted.status)
    return conditions


def _selecting(view: type[GenerationCard]) -> Select[*tuple[object, ...]]:
    return select(*(t.c[field.name] for field in fields(view)))


_BEGINNING = UUID(int=0)
_mine = t.c.user_id == bindparam("user_id")
_CARD, _VIEW = _selecting(GenerationCard), _selecting(GenerationView)
_FIND = _VIEW.where(_mine, t.c.id == bindparam("wanted_id"))
_AFTER = _VIEW.where(_mine, t.c.id > bindparam("last_id")).order_by(t.c.id).limit(bindparam("limit"))
_COUNT = select(func.count()).select_from(t).where(_mine)
