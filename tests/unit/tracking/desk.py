"""A person's desk: every use case of tracking, each call in a scope of its own."""

from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase, MemorySession
from careercopilot.adapters.memory.core.outbox import OUTBOX_TABLE, OutboxRow
from careercopilot.adapters.memory.core.unit_of_work import MemoryUnitOfWork
from careercopilot.adapters.memory.tracking.application_repository import MemoryApplicationRepository
from careercopilot.adapters.memory.tracking.application_views import MemoryApplicationViews
from careercopilot.adapters.memory.tracking.timeline_views import MemoryTimelineViews
from careercopilot.kernel.clock import Clock
from careercopilot.modules.tracking.handlers.create_application import CreateApplicationHandler
from careercopilot.modules.tracking.handlers.delete_application import DeleteApplicationHandler
from careercopilot.modules.tracking.handlers.edit_application import EditApplicationHandler
from careercopilot.modules.tracking.handlers.find_applications import FindApplicationsHandler
from careercopilot.modules.tracking.handlers.list_applications import ListApplicationsHandler
from careercopilot.modules.tracking.handlers.move_application import MoveApplicationHandler
from careercopilot.modules.tracking.handlers.reopen_application import ReopenApplicationHandler
from careercopilot.modules.tracking.handlers.view_application import ViewApplicationHandler
from careercopilot.modules.tracking.handlers.view_timeline import ViewTimelineHandler
from tests.support.applications import KnownJobs


class Desk:
    def __init__(self, clock: Clock, jobs: KnownJobs) -> None:
        self.clock = clock
        self.jobs = jobs
        self.database = MemoryDatabase()
        views = MemoryApplicationViews(self.database, clock)
        self.view = ViewApplicationHandler(views)
        self.list = ListApplicationsHandler(views)
        self.find = FindApplicationsHandler(views)
        self.timeline = ViewTimelineHandler(views, MemoryTimelineViews(self.database))

    @property
    def create(self) -> CreateApplicationHandler:
        unit_of_work, applications = self._scope()
        return CreateApplicationHandler(unit_of_work, applications, self.jobs, self.clock)

    @property
    def edit(self) -> EditApplicationHandler:
        return EditApplicationHandler(*self._scope(), self.clock)

    @property
    def move(self) -> MoveApplicationHandler:
        return MoveApplicationHandler(*self._scope(), self.clock)

    @property
    def reopen(self) -> ReopenApplicationHandler:
        return ReopenApplicationHandler(*self._scope(), self.clock)

    @property
    def delete(self) -> DeleteApplicationHandler:
        return DeleteApplicationHandler(*self._scope())

    def told(self, application_id: UUID) -> list[tuple[str, object]]:
        """Return name and version of every event about an application."""
        rows: list[OutboxRow] = list(self.database.table(OUTBOX_TABLE).values())
        about = [row.stored for row in rows if row.aggregate_id == application_id]
        return [(event.name, event.payload["aggregate_version"]) for event in about]

    def _scope(self) -> tuple[MemoryUnitOfWork, MemoryApplicationRepository]:
        session = MemorySession(self.database)
        return MemoryUnitOfWork(session, self.clock), MemoryApplicationRepository(session)
