"""The wiring of tracking."""

from dishka import Provider, Scope

from careercopilot.adapters.postgres.tracking.application_repository import PostgresApplicationRepository
from careercopilot.adapters.postgres.tracking.application_views import PostgresApplicationViews
from careercopilot.adapters.postgres.tracking.erasure import PostgresErasure
from careercopilot.adapters.postgres.tracking.history_views import PostgresHistoryViews
from careercopilot.adapters.postgres.tracking.personal_views import PostgresPersonalViews
from careercopilot.adapters.postgres.tracking.timeline_views import PostgresTimelineViews
from careercopilot.modules.tracking.api.use_cases.applications import (
    CreateApplication,
    DeleteApplication,
    EditApplication,
    FindApplications,
    ListApplications,
    MoveApplication,
    ReopenApplication,
    ViewApplication,
    ViewPipeline,
)
from careercopilot.modules.tracking.api.use_cases.histories import ReadHistories, SummariseApplications
from careercopilot.modules.tracking.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.tracking.api.use_cases.timeline import ViewTimeline
from careercopilot.modules.tracking.handlers.collect_personal_records import CollectPersonalRecordsHandler
from careercopilot.modules.tracking.handlers.create_application import CreateApplicationHandler
from careercopilot.modules.tracking.handlers.delete_application import DeleteApplicationHandler
from careercopilot.modules.tracking.handlers.edit_application import EditApplicationHandler
from careercopilot.modules.tracking.handlers.find_applications import FindApplicationsHandler
from careercopilot.modules.tracking.handlers.list_applications import ListApplicationsHandler
from careercopilot.modules.tracking.handlers.move_application import MoveApplicationHandler
from careercopilot.modules.tracking.handlers.read_histories import ReadHistoriesHandler
from careercopilot.modules.tracking.handlers.reopen_application import ReopenApplicationHandler
from careercopilot.modules.tracking.handlers.summarise_applications import SummariseApplicationsHandler
from careercopilot.modules.tracking.handlers.view_application import ViewApplicationHandler
from careercopilot.modules.tracking.handlers.view_pipeline import ViewPipelineHandler
from careercopilot.modules.tracking.handlers.view_timeline import ViewTimelineHandler
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository
from careercopilot.modules.tracking.ports.application_views import ApplicationViews
from careercopilot.modules.tracking.ports.erasure import Erasure
from careercopilot.modules.tracking.ports.history_views import HistoryViews
from careercopilot.modules.tracking.ports.personal_views import PersonalViews
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews


def use_cases() -> Provider:
    """Bind the use cases."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(CollectPersonalRecordsHandler, provides=CollectPersonalRecords)
    provider.provide(CreateApplicationHandler, provides=CreateApplication)
    provider.provide(DeleteApplicationHandler, provides=DeleteApplication)
    provider.provide(EditApplicationHandler, provides=EditApplication)
    provider.provide(FindApplicationsHandler, provides=FindApplications)
    provider.provide(ListApplicationsHandler, provides=ListApplications)
    provider.provide(MoveApplicationHandler, provides=MoveApplication)
    provider.provide(ReopenApplicationHandler, provides=ReopenApplication)
    provider.provide(ViewApplicationHandler, provides=ViewApplication)
    provider.provide(ViewPipelineHandler, provides=ViewPipeline)
    provider.provide(ViewTimelineHandler, provides=ViewTimeline)
    provider.provide(ReadHistoriesHandler, provides=ReadHistories)
    provider.provide(SummariseApplicationsHandler, provides=SummariseApplications)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresApplicationRepository, provides=ApplicationRepository)
    provider.provide(PostgresApplicationViews, provides=ApplicationViews)
    provider.provide(PostgresTimelineViews, provides=TimelineViews)
    provider.provide(PostgresHistoryViews, provides=HistoryViews)
    provider.provide(PostgresPersonalViews, provides=PersonalViews)
    provider.provide(PostgresErasure, provides=Erasure)
    return provider
