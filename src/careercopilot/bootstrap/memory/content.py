"""Content, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.content.erasure import MemoryErasure
from careercopilot.adapters.memory.content.generation_repository import MemoryGenerationRepository
from careercopilot.adapters.memory.content.generation_views import MemoryGenerationViews
from careercopilot.modules.content.ports.erasure import Erasure
from careercopilot.modules.content.ports.generation_repository import GenerationRepository
from careercopilot.modules.content.ports.generation_views import GenerationViews


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryGenerationRepository, provides=GenerationRepository)
    provider.provide(MemoryGenerationViews, provides=GenerationViews)
    provider.provide(MemoryErasure, provides=Erasure)
    return provider
