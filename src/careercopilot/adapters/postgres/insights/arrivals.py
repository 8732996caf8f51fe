"""Jobs that arrived, on PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, or_
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as PG_UUID

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.insights.tables import arrival as t
from careercopilot.modules.insights.ports.arrivals import ArrivedJobs

_of_boards = t.c.board_id == bindparam("boards", type_=ARRAY(PG_UUID)).any_()
_CLEAR = delete(t).where(or_(t.c.at < bindparam("before"), _of_boards))
_CLEAR_ALL = delete(t)
_add = insert(t)
_ADD = _add.on_conflict_do_update(index_elements=[t.c.run_id], set_={"new": _add.excluded.new})


class PostgresArrivals:
    """A row for each run that found new jobs."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def clear(self, before: datetime, board_ids: Collection[UUID] | None) -> None:
        if board_ids is None:
            await self._session.connection.execute(_CLEAR_ALL)
        else:
            await self._session.connection.execute(_CLEAR, {"before": before, "boards": list(board_ids)})

    async def add(self, arrivals: Sequence[ArrivedJobs]) -> None:
        if arrivals:
            await self._session.connection.execute(_ADD, [vars(one) for one in arrivals])
