"""The wiring of insights."""

from dishka import Provider, Scope

from careercopilot.adapters.postgres.insights.arrivals import PostgresArrivals
from careercopilot.adapters.postgres.insights.erasure import PostgresErasure
from careercopilot.adapters.postgres.insights.insight_views import PostgresInsightViews
from careercopilot.adapters.postgres.insights.read_model import PostgresReadModel
from careercopilot.adapters.postgres.insights.tracked_applications import PostgresTrackedApplications
from careercopilot.modules.insights.api.use_cases.figures import ViewAnalyticsSummary, ViewDashboard
from careercopilot.modules.insights.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.insights.api.use_cases.rebuild import RebuildInsights
from careercopilot.modules.insights.handlers.application_rebuilding import ApplicationRebuilding
from careercopilot.modules.insights.handlers.arrival_keeping import ArrivalKeeping
from careercopilot.modules.insights.handlers.collect_personal_records import CollectPersonalRecordsHandler
from careercopilot.modules.insights.handlers.rebuild_insights import RebuildInsightsHandler
from careercopilot.modules.insights.handlers.view_analytics_summary import ViewAnalyticsSummaryHandler
from careercopilot.modules.insights.handlers.view_dashboard import ViewDashboardHandler
from careercopilot.modules.insights.ports.arrivals import Arrivals
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.insight_views import InsightViews
from careercopilot.modules.insights.ports.read_model import ReadModel
from careercopilot.modules.insights.ports.tracked_applications import TrackedApplications


def use_cases() -> Provider:
    """Bind what it can do."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(ViewDashboardHandler, provides=ViewDashboard)
    provider.provide(ViewAnalyticsSummaryHandler, provides=ViewAnalyticsSummary)
    provider.provide(ArrivalKeeping)
    provider.provide(ApplicationRebuilding)
    provider.provide(RebuildInsightsHandler, provides=RebuildInsights)
    provider.provide(CollectPersonalRecordsHandler, provides=CollectPersonalRecords)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresReadModel, provides=ReadModel)
    provider.provide(PostgresTrackedApplications, provides=TrackedApplications)
    provider.provide(PostgresArrivals, provides=Arrivals)
    provider.provide(PostgresErasure, provides=Erasure)
    provider.provide(PostgresInsightViews, provides=InsightViews)
    return provider
