"""What people chose to be told, on PostgreSQL."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Uuid, any_, bindparam, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.messaging.tables import preferences as t
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.api.preferences import Channel, Digest, QuietHours
from careercopilot.modules.messaging.domain.preferences import Preferences


class PostgresPreferencesRepository:
    """One row per person who ever chose."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def get(self, user_id: UUID) -> Preferences:
        # There must be a row to hold; it is gone again unless it is saved and committed.
        await self._session.connection.execute(_BEGIN, _columns(Preferences(user_id)))
        return _preferences((await self._session.connection.execute(_HOLD, {"person": user_id})).one())

    async def save(self, preferences: Preferences) -> None:
        row = _columns(preferences)
        await self._session.connection.execute(_SAVE, {"person": row.pop("user_id"), **row})

    async def among(self, user_ids: Collection[UUID]) -> Mapping[UUID, Preferences]:
        found = await self._session.connection.execute(_AMONG, {"people": list(user_ids)})
        chosen = {row.user_id: _preferences(row) for row in found}
        return {user_id: chosen.get(user_id) or Preferences(user_id) for user_id in user_ids}


class PostgresPreferencesViews:
    """Reads committed rows."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def find(self, user_id: UUID) -> Preferences | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_FIND, {"person": user_id})).one_or_none()
        return None if row is None else _preferences(row)


def _columns(preferences: Preferences) -> dict[str, Any]:
    return {
        "user_id": preferences.user_id,
        "channels": preferences.channels,
        "quiet_hours": preferences.quiet_hours,
        "digest": preferences.digest,
        "version": preferences.version,
        "updated_at": preferences.updated_at,
    }


def _preferences(row: Row[*tuple[Any, ...]]) -> Preferences:
    """Read a row; what it says of types and channels that there are no more is left aside."""
    return Preferences(
        user_id=row.user_id,
        channels={
            NotificationType(kind): {Channel(name): wanted for name, wanted in channels.items() if name in set(Channel)}
            for kind, channels in row.channels.items()
            if kind in set(NotificationType)
        },
        quiet_hours=None if row.quiet_hours is None else QuietHours(**row.quiet_hours),
        digest=Digest(row.digest),
        version=row.version,
        updated_at=row.updated_at,
    )


_mine = t.c.user_id == bindparam("person")
_FIND = select(t).where(_mine)
_HOLD = _FIND.with_for_update()
_BEGIN = insert(t).on_conflict_do_nothing(index_elements=[t.c.user_id])
_SAVE = (
    update(t)
    .where(_mine)
    .values({name: bindparam(name) for name in ("channels", "quiet_hours", "digest", "version", "updated_at")})
)
_AMONG = select(t).where(t.c.user_id == any_(bindparam("people", type_=ARRAY(Uuid))))
