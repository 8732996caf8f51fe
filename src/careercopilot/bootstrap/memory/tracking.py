"""Tracking, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.tracking.application_repository import MemoryApplicationRepository
from careercopilot.adapters.memory.tracking.application_views import MemoryApplicationViews
from careercopilot.adapters.memory.tracking.erasure import MemoryErasure
from careercopilot.adapters.memory.tracking.history_views import MemoryHistoryViews
from careercopilot.adapters.memory.tracking.personal_views import MemoryPersonalViews
from careercopilot.adapters.memory.tracking.timeline_views import MemoryTimelineViews
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository
from careercopilot.modules.tracking.ports.application_views import ApplicationViews
from careercopilot.modules.tracking.ports.erasure import Erasure
from careercopilot.modules.tracking.ports.history_views import HistoryViews
from careercopilot.modules.tracking.ports.personal_views import PersonalViews
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryApplicationRepository, provides=ApplicationRepository)
    provider.provide(MemoryApplicationViews, provides=ApplicationViews)
    provider.provide(MemoryTimelineViews, provides=TimelineViews)
    provider.provide(MemoryHistoryViews, provides=HistoryViews)
    provider.provide(MemoryPersonalViews, provides=PersonalViews)
    provider.provide(MemoryErasure, provides=Erasure)
    return provider
