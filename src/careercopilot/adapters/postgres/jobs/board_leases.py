"""Renewing leases, on PostgreSQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, update

from careercopilot.adapters.postgres.core.engines import WriteEngine
from careercopilot.adapters.postgres.jobs.tables import board as t


class PostgresBoardLeases:
    """On connections of its own, so that a renewal never waits for what its run is doing."""

    def __init__(self, engine: WriteEngine) -> None:
        self._engine = engine.engine

    async def renew(self, board_id: UUID, run_id: UUID, until: datetime) -> bool:
        async with self._engine.begin() as connection:
            renewed = await connection.execute(_RENEW, {"board": board_id, "run": run_id, "until": until})
        return renewed.rowcount == 1


_RENEW = (
    update(t)
    .where(t.c.id == bindparam("board"), t.c.lease_owner == bindparam("run"))
    .values(lease_until=bindparam("until"))
)
