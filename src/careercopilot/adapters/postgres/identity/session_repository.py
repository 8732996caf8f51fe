"""Sessions on PostgreSQL."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from careercopilot.adapters.postgres.core.session import PostgresSession, constraint_errors
from careercopilot.adapters.postgres.identity.tables import refresh_token
from careercopilot.adapters.postgres.identity.tables import session as t
from careercopilot.modules.identity.api.errors import UserNotFound
from careercopilot.modules.identity.domain.session import Session

_BY_ID = select(t).where(t.c.id == bindparam("session_id")).with_for_update()
_BY_TOKEN = (
    select(t)
    .join(refresh_token, refresh_token.c.session_id == t.c.id)
    .where(refresh_token.c.digest == bindparam("digest"))
    .with_for_update(of=t)
)


class PostgresSessionRepository:
    """One row per session, and one per refresh token it ever had."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, session: Session) -> None:
        with constraint_errors({"session_user_id_fkey": lambda: UserNotFound(session.user_id)}):
            await self._session.connection.execute(insert(t).values(_row(session)))
        await self._keep_digest(session)

    async def find(self, session_id: UUID) -> Session | None:
        return await self._find(_BY_ID, {"session_id": session_id})

    async def find_by_token_digest(self, digest: bytes) -> Session | None:
        return await self._find(_BY_TOKEN, {"digest": digest})

    async def save(self, session: Session) -> None:
        await self._session.connection.execute(update(t).where(t.c.id == session.id).values(_row(session)))
        await self._keep_digest(session)

    async def _find(self, statement: Select[Any], parameters: dict[str, object]) -> Session | None:
        row = (await self._session.connection.execute(statement, parameters)).one_or_none()
        return None if row is None else Session(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public mapping of a row

    async def _keep_digest(self, session: Session) -> None:
        row = {"digest": session.token_digest, "session_id": session.id}
        await self._session.connection.execute(upsert(refresh_token).values(row).on_conflict_do_nothing())


def _row(session: Session) -> dict[str, Any]:
    return {column.name: getattr(session, column.name) for column in t.c}
