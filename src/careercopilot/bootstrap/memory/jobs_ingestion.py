"""Ingestion, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.jobs.board_leases import MemoryBoardLeases
from careercopilot.adapters.memory.jobs.board_views import MemoryBoardViews
from careercopilot.adapters.memory.jobs.boards import MemoryBoardRepository
from careercopilot.adapters.memory.jobs.catalogue import MemoryCatalogue
from careercopilot.adapters.memory.jobs.run_views import MemoryRunViews
from careercopilot.adapters.memory.jobs.runs import MemoryRunRepository
from careercopilot.modules.jobs.ports.board_leases import BoardLeases
from careercopilot.modules.jobs.ports.board_views import BoardViews
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue
from careercopilot.modules.jobs.ports.run_views import RunViews
from careercopilot.modules.jobs.ports.runs import RunRepository


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryBoardRepository, provides=BoardRepository)
    provider.provide(MemoryBoardViews, provides=BoardViews)
    provider.provide(MemoryRunRepository, provides=RunRepository)
    provider.provide(MemoryRunViews, provides=RunViews)
    provider.provide(MemoryCatalogue, provides=Catalogue)
    provider.provide(MemoryBoardLeases, provides=BoardLeases, scope=Scope.APP)
    return provider
