"""Tracking, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.tracking.application_repository import MemoryApplicationRepository
from careercopilot.adapters.memory.tracking.application_views import MemoryApplicationViews
from careercopilot.adapters.memory.tracking.timeline_views import MemoryTimelineViews
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository
from careercopilot.modules.tracking.ports.application_views import ApplicationViews
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryApplicationRepository, provides=ApplicationRepository)
    provider.provide(MemoryApplicationViews, provides=ApplicationViews)
    provider.provide(MemoryTimelineViews, provides=TimelineViews)
    return provider
