"""People as those who write to them need them, on PostgreSQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Uuid, any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.identity.tables import account as t
from careercopilot.modules.identity.api.models import Recipient

_BEFORE_EVERYBODY = UUID(int=0)
_AMONG = select(t.c.id, t.c.email, t.c.full_name, t.c.timezone, t.c.locale).where(
    t.c.id == any_(bindparam("user_ids", type_=ARRAY(Uuid)))
)
_IDS_AFTER = (
    select(t.c.id)
    .where(t.c.id > bindparam("after"), t.c.created_at <= bindparam("until"))
    .order_by(t.c.id)
    .limit(bindparam("limit"))
)


class PostgresRecipients:
    """Reads committed rows by their key."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def among(self, user_ids: Collection[UUID]) -> Mapping[UUID, Recipient]:
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_AMONG, {"user_ids": list(user_ids)})).all()
        return {row.id: Recipient(row.email, row.full_name, row.timezone, row.locale) for row in rows}

    async def ids_after(self, after: UUID | None, registered_until: datetime, limit: int) -> Sequence[UUID]:
        wanted = {"after": after or _BEFORE_EVERYBODY, "until": registered_until, "limit": limit}
        async with self._engine.connect() as connection:
            return (await connection.execute(_IDS_AFTER, wanted)).scalars().all()
