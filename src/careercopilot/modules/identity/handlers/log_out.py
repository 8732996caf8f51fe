"""Signing out."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.signals import Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.ports.ended_sessions import SESSION_ENDED, EndedSessions
from careercopilot.modules.identity.ports.session_repository import SessionRepository


class LogOutHandler:
    """Ends the session here at once, and elsewhere as soon as the signal arrives."""

    def __init__(
        self, unit_of_work: UnitOfWork, sessions: SessionRepository, ended: EndedSessions, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._sessions = sessions
        self._ended = ended
        self._clock = clock

    async def __call__(self, user_id: UUID, session_id: UUID) -> None:
        async with self._unit_of_work as uow:
            session = await self._sessions.find(session_id)
            if session is None or session.user_id != user_id:
                return
            session.end(self._clock.now())
            await self._sessions.save(session)
            uow.signal(Signal(SESSION_ENDED, str(session_id)))
            await uow.commit()
        self._ended.note(session_id)
