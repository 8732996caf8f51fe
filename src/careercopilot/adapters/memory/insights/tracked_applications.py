"""Applications in the read model for writing, in memory."""

from collections.abc import Collection, Mapping, MutableMapping, Sequence
from dataclasses import replace
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.insights.tables import APPLICATIONS, STEPS
from careercopilot.modules.insights.domain.tracked_application import Step, TrackedApplication


class MemoryTrackedApplications:
    """Copies of applications, and steps."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def find(self, application_ids: Collection[UUID]) -> Mapping[UUID, TrackedApplication]:
        return {key: replace(self._rows[key]) for key in application_ids if key in self._rows}

    async def save(self, applications: Sequence[TrackedApplication], steps: Sequence[Step]) -> None:
        deleted = {application.id for application in applications if application.deleted}
        self._put(applications)
        self._drop_steps(deleted)
        for step in steps:
            if step.application_id not in deleted:
                self._steps.setdefault((step.application_id, step.version), step)

    async def replace(self, applications: Sequence[TrackedApplication], steps: Sequence[Step]) -> None:
        self._put(applications)
        self._drop_steps({application.id for application in applications})
        for step in steps:
            self._steps[step.application_id, step.version] = step

    async def forget_others(self, after: UUID | None, last: UUID | None, kept: Collection[UUID]) -> int:
        others = [
            replace(row)
            for row in self._rows.values()
            if not row.deleted
            and row.id not in kept
            and (after is None or row.id > after)
            and (last is None or row.id <= last)
        ]
        for application in others:
            application.delete(application.version)
        self._put(others)
        self._drop_steps({application.id for application in others})
        return len(others)

    async def jobs_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        pointed_at = {row.job_id for row in self._rows.values() if row.job_id is not None}
        return frozenset(pointed_at.intersection(job_ids))

    async def set_openings(self, openings: Mapping[UUID, bool]) -> None:
        for row in list(self._rows.values()):
            if row.job_id is not None and row.job_id in openings:
                self._rows[row.id] = replace(row, opening_open=openings[row.job_id])

    @property
    def _rows(self) -> MutableMapping[UUID, TrackedApplication]:
        return self._session.table(APPLICATIONS)

    @property
    def _steps(self) -> MutableMapping[tuple[UUID, int], Step]:
        return self._session.table(STEPS)

    def _put(self, applications: Sequence[TrackedApplication]) -> None:
        for application in applications:
            self._rows[application.id] = replace(application)

    def _drop_steps(self, application_ids: Collection[UUID]) -> None:
        for key in [key for key in self._steps if key[0] in application_ids]:
            del self._steps[key]
