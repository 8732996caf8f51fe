"""The wiring of likeness between jobs."""

from collections.abc import AsyncIterable

from dishka import Provider, Scope, provide

from careercopilot.adapters.chroma.jobs.absent import NoVectorIndex
from careercopilot.adapters.chroma.jobs.index import PREFIX, ChromaVectorIndex
from careercopilot.adapters.chroma.jobs.store import ChromaStore
from careercopilot.adapters.hashed.jobs import HashedEmbedder
from careercopilot.adapters.postgres.jobs.indexable_jobs import PostgresIndexableJobs
from careercopilot.adapters.postgres.jobs.job_cards import PostgresJobCards
from careercopilot.adapters.postgres.jobs.vector_backlog import PostgresVectorBacklog
from careercopilot.bootstrap.settings import Settings
from careercopilot.modules.jobs.api.use_cases.similar_jobs import (
    FindSimilarJobs,
    IndexVectors,
    RebuildVectors,
    ViewVectorState,
)
from careercopilot.modules.jobs.handlers.find_similar_jobs import FindSimilarJobsHandler
from careercopilot.modules.jobs.handlers.index_vectors import IndexVectorsHandler
from careercopilot.modules.jobs.handlers.nearby_jobs import NearbyJobs
from careercopilot.modules.jobs.handlers.note_for_vectors import VectorNoting
from careercopilot.modules.jobs.handlers.rebuild_vectors import RebuildVectorsHandler
from careercopilot.modules.jobs.handlers.view_vector_state import ViewVectorStateHandler
from careercopilot.modules.jobs.handlers.worded_alike import WordedAlike
from careercopilot.modules.jobs.ports.embedder import Embedder
from careercopilot.modules.jobs.ports.indexable_jobs import IndexableJobs
from careercopilot.modules.jobs.ports.job_cards import JobCards
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog
from careercopilot.modules.jobs.ports.vector_index import VectorIndex


class _Chroma(Provider):
    """The vector store, where one is configured."""

    @provide(scope=Scope.APP)
    async def index(self, settings: Settings, embedder: Embedder) -> AsyncIterable[VectorIndex]:
        """Connect on first use, close at the end."""
        url = settings.vector_store_url
        if url is None:
            yield NoVectorIndex()
            return
        store = ChromaStore(url, PREFIX + embedder.name)
        yield ChromaVectorIndex(store)
        await store.aclose()


def use_cases() -> Provider:
    """Bind what can be asked of likeness, and what keeps it up to date."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(FindSimilarJobsHandler, provides=FindSimilarJobs)
    provider.provide(IndexVectorsHandler, provides=IndexVectors)
    provider.provide(RebuildVectorsHandler, provides=RebuildVectors)
    provider.provide(ViewVectorStateHandler, provides=ViewVectorState)
    provider.provide(NearbyJobs)
    provider.provide(WordedAlike)
    provider.provide(VectorNoting)
    provider.provide(HashedEmbedder, provides=Embedder, scope=Scope.APP)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL and Chroma."""
    provider = _Chroma(scope=Scope.REQUEST)
    provider.provide(PostgresIndexableJobs, provides=IndexableJobs, scope=Scope.APP)
    provider.provide(PostgresJobCards, provides=JobCards, scope=Scope.APP)
    provider.provide(PostgresVectorBacklog, provides=VectorBacklog)
    return provider
