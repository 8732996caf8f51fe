"""The read model as a whole, on PostgreSQL."""

from datetime import datetime

from sqlalchemy import func, literal, select
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.insights.tables import progress

_LOCK = int.from_bytes(b"insights")
_HOLD = select(func.pg_advisory_xact_lock(literal(_LOCK)))
_told = insert(progress)
_ADVANCE = _told.on_conflict_do_update(
    index_elements=[progress.c.single], set_={"as_of": func.greatest(progress.c.as_of, _told.excluded.as_of)}
)


class PostgresReadModel:
    """Held by an advisory lock, which ends with the transaction."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def hold(self) -> None:
        await self._session.connection.execute(_HOLD)

    async def advance(self, to: datetime) -> None:
        await self._session.connection.execute(_ADVANCE, {"single": True, "as_of": to})
