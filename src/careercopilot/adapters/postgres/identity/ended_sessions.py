"""Ended sessions, read from PostgreSQL and kept up to date by signals."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import bindparam, select, union_all
from sqlalchemy.exc import SQLAlchemyError

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.identity.tables import erased_person
from careercopilot.adapters.postgres.identity.tables import session as t
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.signals import Signals
from careercopilot.kernel.waiting import happens_within
from careercopilot.modules.identity.ports.ended_sessions import PERSON_ERASED, REMEMBERED_FOR, SESSION_ENDED

_log = structlog.get_logger(__name__)
_LATELY = union_all(
    select(t.c.id, t.c.ended_at).where(t.c.ended_at > bindparam("since")),
    select(erased_person.c.user_id, erased_person.c.erased_at).where(erased_person.c.erased_at > bindparam("since")),
)
# A signal can be lost, so now and then the table is asked all the same.
_ASK_EVERY = 30.0


class PostgresEndedSessions:
    """Ids in memory, of sessions and of people erased alike. ``start`` fills them, ``stop`` ends the listening."""

    def __init__(self, engine: ReadEngine, signals: Signals, clock: Clock) -> None:
        self._engine = engine.engine
        self._signals = signals
        self._clock = clock
        self._ended: dict[UUID, datetime] = {}
        self._stale = asyncio.Event()
        self._unsubscribe: list[Callable[[], None]] = []
        self._task: asyncio.Task[None] | None = None

    def note(self, session_id: UUID) -> None:
        self._ended[session_id] = self._clock.now()

    def has_ended(self, session_id: UUID) -> bool:
        return session_id in self._ended

    def note_erased(self, user_id: UUID) -> None:
        self._ended[user_id] = self._clock.now()

    def is_erased(self, user_id: UUID) -> bool:
        return user_id in self._ended

    async def start(self) -> None:
        """Listen, then read what ended before. Raises when the database does not answer: nobody gets in unchecked."""
        topics = (SESSION_ENDED, PERSON_ERASED)
        self._unsubscribe = [self._signals.subscribe(topic, self._hear) for topic in topics]
        await self.reload()
        self._task = asyncio.create_task(self._keep_up(), name="ended-sessions")

    async def stop(self) -> None:
        """Stop listening."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def reload(self) -> None:
        """Read which sessions ended and who was erased lately, and forget those whose tokens have all expired."""
        since = self._clock.now() - REMEMBERED_FOR
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_LATELY, {"since": since})).all()
        # What was noted while the table was being read must not get lost: add first, forget by age.
        self._ended.update((row.id, row.ended_at) for row in rows)
        self._ended = {session_id: moment for session_id, moment in self._ended.items() if moment > since}

    def _hear(self, payload: str) -> None:
        if payload:
            self.note(UUID(payload))
        else:
            self._stale.set()

    async def _keep_up(self) -> None:
        while True:
            await happens_within(_ASK_EVERY, self._stale)
            self._stale.clear()
            try:
                await self.reload()
            except (SQLAlchemyError, Unavailable, OSError, TimeoutError) as error:
                _log.warning("ended-sessions.reload-failed", error=type(error).__name__)
