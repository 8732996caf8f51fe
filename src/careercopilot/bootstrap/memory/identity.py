"""Identity, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.identity.account_repository import MemoryAccountRepository
from careercopilot.adapters.memory.identity.ended_sessions import MemoryEndedSessions
from careercopilot.adapters.memory.identity.session_repository import MemorySessionRepository
from careercopilot.adapters.memory.identity.user_views import MemoryUserViews
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.ended_sessions import EndedSessions
from careercopilot.modules.identity.ports.session_repository import SessionRepository
from careercopilot.modules.identity.ports.user_views import UserViews


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryAccountRepository, provides=AccountRepository)
    provider.provide(MemorySessionRepository, provides=SessionRepository)
    provider.provide(MemoryUserViews, provides=UserViews)
    provider.provide(MemoryEndedSessions, provides=EndedSessions, scope=Scope.APP)
    return provider
