"""The wiring of likeness between jobs, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.jobs.indexable_jobs import MemoryIndexableJobs
from careercopilot.adapters.memory.jobs.job_cards import MemoryJobCards
from careercopilot.adapters.memory.jobs.vector_backlog import MemoryVectorBacklog
from careercopilot.adapters.memory.jobs.vector_index import MemoryVectorIndex
from careercopilot.modules.jobs.ports.indexable_jobs import IndexableJobs
from careercopilot.modules.jobs.ports.job_cards import JobCards
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog
from careercopilot.modules.jobs.ports.vector_index import VectorIndex


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryIndexableJobs, provides=IndexableJobs, scope=Scope.APP)
    provider.provide(MemoryJobCards, provides=JobCards, scope=Scope.APP)
    provider.provide(MemoryVectorIndex, provides=VectorIndex, scope=Scope.APP)
    provider.provide(MemoryVectorBacklog, provides=VectorBacklog)
    return provider
