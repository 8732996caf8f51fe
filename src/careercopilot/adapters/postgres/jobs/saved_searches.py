"""Saved searches for writing, on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, insert, literal_column, or_, select, text, update

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.jobs.saved_search_rows import row_of, search_of
from careercopilot.adapters.postgres.jobs.tables import saved_search as t
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.jobs.api.errors import TooManySavedSearches
from careercopilot.modules.jobs.api.saved_searches import MOST_SAVED_SEARCHES, AlertFrequency
from careercopilot.modules.jobs.domain.saved_search import SavedSearch


class PostgresSavedSearchRepository:
    """A lease is two columns; what is due is found by an index of its own for the calendar and for instant ones."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, search: SavedSearch) -> None:
        connection = self._session.connection
        await connection.execute(_ONE_AT_A_TIME, {"person": str(search.user_id)})
        if (await connection.execute(_COUNT, {"person": search.user_id})).scalar_one() >= MOST_SAVED_SEARCHES:
            raise TooManySavedSearches(MOST_SAVED_SEARCHES)
        await connection.execute(insert(t).values(row_of(search)))

    async def find(self, user_id: UUID, saved_search_id: UUID) -> SavedSearch | None:
        found = await self._session.connection.execute(_FIND, {"person": user_id, "search": saved_search_id})
        row = found.one_or_none()
        return None if row is None else search_of(row)

    async def replace(self, search: SavedSearch) -> None:
        statement = update(t).where(_version(search, search.version - 1)).values(row_of(search))
        if (await self._session.connection.execute(statement)).rowcount == 0:
            raise PreconditionFailed

    async def remove(self, search: SavedSearch) -> None:
        statement = delete(t).where(_version(search, search.version))
        if (await self._session.connection.execute(statement)).rowcount == 0:
            raise PreconditionFailed

    async def take_due(
        self, run_id: UUID, now: datetime, until: datetime, upto: int, limit: int
    ) -> Sequence[SavedSearch]:
        connection = self._session.connection
        rows = list(await connection.execute(_DUE, {"now": now, "limit": limit}))
        if len(rows) < limit:
            rows += await connection.execute(_BEHIND, {"now": now, "upto": upto, "limit": limit - len(rows)})
        if rows:
            leased = update(t).where(t.c.id.in_([row.id for row in rows]))
            await connection.execute(leased.values(lease_owner=run_id, lease_until=until))
        return [search_of(row) for row in rows]

    async def settle(self, searches: Sequence[SavedSearch], run_id: UUID) -> frozenset[UUID]:
        if not searches:
            return frozenset()
        rows = [(s.id, s.seen, s.due_at, s.last_matched_at, s.version) for s in searches]
        columns = [list(column) for column in zip(*rows, strict=True)]
        settled = await self._session.connection.exec_driver_sql(_SETTLE, (*columns, run_id))
        return frozenset(search_id for (search_id,) in settled)


def _version(search: SavedSearch, version: int) -> ColumnElement[bool]:
    return and_(t.c.id == search.id, t.c.user_id == search.user_id, t.c.version == version)


# Two that are added at once do not both count what was there before them.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(211439335, hashtext(:person))")
_COUNT = select(func.count()).select_from(t).where(t.c.user_id == bindparam("person"))
_FIND = select(t).where(t.c.user_id == bindparam("person"), t.c.id == bindparam("search")).with_for_update()

_free = or_(t.c.lease_until.is_(None), t.c.lease_until < bindparam("now"))
_DUE = (
    select(t)
    .where(t.c.due_at <= bindparam("now"), _free)
    .order_by(t.c.due_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
# Written out, since a parameter would not tell the planner that the index on instant ones is the one to use.
_BEHIND = (
    select(t)
    .where(t.c.frequency == literal_column(f"'{AlertFrequency.INSTANT}'"), t.c.seen_sequence < bindparam("upto"), _free)
    .order_by(t.c.seen_sequence)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_SETTLE = """
UPDATE jobs.saved_search AS kept
SET seen_sequence = looked.seen, due_at = looked.due_at, last_matched_at = looked.matched_at,
    version = looked.version, lease_owner = NULL, lease_until = NULL
FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::int[])
    AS looked (id, seen, due_at, matched_at, version)
WHERE kept.id = looked.id AND kept.lease_owner = $6::uuid
RETURNING kept.id
"""
