"""The wiring of saved searches and what is told of them, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.jobs.arrival_views import MemoryArrivalViews
from careercopilot.adapters.memory.jobs.arrivals import MemoryArrivals
from careercopilot.adapters.memory.jobs.saved_search_views import MemorySavedSearchViews
from careercopilot.adapters.memory.jobs.saved_searches import MemorySavedSearchRepository
from careercopilot.modules.jobs.ports.arrivals import Arrivals, ArrivalViews
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository, SavedSearchViews


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemorySavedSearchRepository, provides=SavedSearchRepository)
    provider.provide(MemorySavedSearchViews, provides=SavedSearchViews, scope=Scope.APP)
    provider.provide(MemoryArrivals, provides=Arrivals)
    provider.provide(MemoryArrivalViews, provides=ArrivalViews, scope=Scope.APP)
    return provider
