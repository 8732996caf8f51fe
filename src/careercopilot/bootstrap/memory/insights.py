"""Insights, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.insights.arrivals import MemoryArrivals
from careercopilot.adapters.memory.insights.erasure import MemoryErasure
from careercopilot.adapters.memory.insights.insight_views import MemoryInsightViews
from careercopilot.adapters.memory.insights.read_model import MemoryReadModel
from careercopilot.adapters.memory.insights.tracked_applications import MemoryTrackedApplications
from careercopilot.modules.insights.ports.arrivals import Arrivals
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.insight_views import InsightViews
from careercopilot.modules.insights.ports.read_model import ReadModel
from careercopilot.modules.insights.ports.tracked_applications import TrackedApplications


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryReadModel, provides=ReadModel)
    provider.provide(MemoryTrackedApplications, provides=TrackedApplications)
    provider.provide(MemoryArrivals, provides=Arrivals)
    provider.provide(MemoryErasure, provides=Erasure)
    provider.provide(MemoryInsightViews, provides=InsightViews)
    return provider
