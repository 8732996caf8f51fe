"""Applications as other contexts read them, in memory."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.tracking.tables import APPLICATIONS, TIMELINES
from careercopilot.modules.tracking.api.histories import ApplicationHistory, ApplicationSummary, HistoryStep
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.timeline import TimelineEntry


class MemoryHistoryViews:
    """Reads what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._applications: dict[UUID, Application] = database.table(APPLICATIONS)
        self._timelines: dict[UUID, tuple[TimelineEntry, ...]] = database.table(TIMELINES)

    async def after(self, application_id: UUID | None, limit: int) -> Sequence[ApplicationHistory]:
        following = sorted(key for key in self._applications if application_id is None or key > application_id)
        return [self._history(self._applications[key]) for key in following[:limit]]

    async def summaries(self, user_id: UUID, application_ids: Sequence[UUID]) -> Mapping[UUID, ApplicationSummary]:
        known = (self._applications[key] for key in application_ids if key in self._applications)
        mine = (application for application in known if application.user_id == user_id)
        return {a.id: ApplicationSummary(a.id, a.details.title, a.details.company) for a in mine}

    def _history(self, application: Application) -> ApplicationHistory:
        return ApplicationHistory(
            id=application.id,
            user_id=application.user_id,
            job_id=application.job_id,
            version=application.version,
            status=application.status,
            since=application.entered_status_at,
            applied_at=application.applied_at,
            archived=application.details.archived,
            created_at=application.created_at,
            steps=tuple(_steps(self._timelines.get(application.id, ()))),
        )


def _steps(entries: Sequence[TimelineEntry]) -> list[HistoryStep]:
    return [
        HistoryStep(
            version=entry.version,
            kind=entry.kind,
            from_status=entry.from_status,
            to_status=entry.to_status,
            at=entry.at,
        )
        for entry in entries
        if entry.to_status is not None
    ]
