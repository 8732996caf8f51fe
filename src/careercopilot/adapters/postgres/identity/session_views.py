"""Sessions as their person sees them, on PostgreSQL."""

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from sqlalchemy import bindparam, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.identity.tables import session as t
from careercopilot.modules.identity.api.models import SessionView

_COLUMNS = [t.c[field.name] for field in fields(SessionView)]
_OF_USER = select(*_COLUMNS).where(t.c.user_id == bindparam("user_id")).order_by(t.c.id)


class PostgresSessionViews:
    """Reads committed rows straight into views."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def of_user(self, user_id: UUID) -> Sequence[SessionView]:
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_OF_USER, {"user_id": user_id})).mappings()
            return [SessionView(**row) for row in rows]
