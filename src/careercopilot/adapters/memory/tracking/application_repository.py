"""Applications for writing, in memory."""

from collections.abc import MutableMapping
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.tracking.tables import APPLICATIONS, TIMELINES, copy_of
from careercopilot.kernel.errors import NotFound, PreconditionFailed
from careercopilot.modules.tracking.api.errors import AlreadyApplied
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.timeline import TimelineEntry


class MemoryApplicationRepository:
    """Applications by id, and timelines by the application's id."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _applications(self) -> MutableMapping[UUID, Application]:
        return self._session.table(APPLICATIONS)

    @property
    def _timelines(self) -> MutableMapping[UUID, tuple[TimelineEntry, ...]]:
        return self._session.table(TIMELINES)

    async def add(self, application: Application) -> None:
        self._store(application)

    async def get(self, user_id: UUID, application_id: UUID) -> Application:
        application = self._applications.get(application_id)
        if application is None or application.user_id != user_id:
            raise NotFound("application", application_id)
        return copy_of(application)

    async def save(self, application: Application) -> None:
        self._require(application, application.version - 1)
        self._store(application)

    async def remove(self, application: Application) -> None:
        self._require(application, application.version)
        del self._applications[application.id]
        del self._timelines[application.id]

    def _require(self, application: Application, version: int) -> None:
        stored = self._applications.get(application.id)
        if stored is None or stored.version != version:
            raise PreconditionFailed

    def _store(self, application: Application) -> None:
        other = self._live_for_job_of(application)
        if other is not None:
            raise AlreadyApplied(other)
        self._applications[application.id] = copy_of(application)
        self._timelines[application.id] = (*self._timelines.get(application.id, ()), *application.entries)

    def _live_for_job_of(self, application: Application) -> UUID | None:
        if application.job_id is None or not application.is_live:
            return None
        for other in self._applications.values():
            same = (other.user_id, other.job_id) == (application.user_id, application.job_id)
            if same and other.is_live and other.id != application.id:
                return other.id
        return None
