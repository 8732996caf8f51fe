"""Reading the catalogue, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.jobs.erasure import MemoryErasure
from careercopilot.adapters.memory.jobs.hidden_job_views import MemoryHiddenJobViews
from careercopilot.adapters.memory.jobs.hidden_jobs import MemoryHiddenJobRepository
from careercopilot.adapters.memory.jobs.job_views import MemoryJobViews
from careercopilot.adapters.memory.jobs.openings import MemoryOpenings
from careercopilot.adapters.memory.jobs.saved_job_views import MemorySavedJobViews
from careercopilot.adapters.memory.jobs.saved_jobs import MemorySavedJobRepository
from careercopilot.adapters.memory.jobs.terms import MemoryTerms
from careercopilot.modules.jobs.ports.erasure import Erasure
from careercopilot.modules.jobs.ports.hidden_jobs import HiddenJobRepository, HiddenJobViews
from careercopilot.modules.jobs.ports.job_views import JobViews
from careercopilot.modules.jobs.ports.openings import Openings
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobRepository, SavedJobViews
from careercopilot.modules.jobs.ports.terms import Terms


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryJobViews, provides=JobViews, scope=Scope.APP)
    provider.provide(MemoryTerms, provides=Terms, scope=Scope.APP)
    provider.provide(MemoryOpenings, provides=Openings, scope=Scope.APP)
    provider.provide(MemorySavedJobViews, provides=SavedJobViews, scope=Scope.APP)
    provider.provide(MemorySavedJobRepository, provides=SavedJobRepository)
    provider.provide(MemoryHiddenJobRepository, provides=HiddenJobRepository)
    provider.provide(MemoryHiddenJobViews, provides=HiddenJobViews, scope=Scope.APP)
    provider.provide(MemoryErasure, provides=Erasure)
    return provider
