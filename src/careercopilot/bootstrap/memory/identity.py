"""Identity, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.identity.account_repository import MemoryAccountRepository
from careercopilot.adapters.memory.identity.ended_sessions import MemoryEndedSessions
from careercopilot.adapters.memory.identity.erasure import MemoryErasure
from careercopilot.adapters.memory.identity.recipients import MemoryRecipients
from careercopilot.adapters.memory.identity.session_repository import MemorySessionRepository
from careercopilot.adapters.memory.identity.session_views import MemorySessionViews
from careercopilot.adapters.memory.identity.user_views import MemoryUserViews
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.ended_sessions import EndedSessions
from careercopilot.modules.identity.ports.erasure import Erasure
from careercopilot.modules.identity.ports.recipients import Recipients
from careercopilot.modules.identity.ports.session_repository import SessionRepository
from careercopilot.modules.identity.ports.session_views import SessionViews
from careercopilot.modules.identity.ports.user_views import UserViews


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryAccountRepository, provides=AccountRepository)
    provider.provide(MemorySessionRepository, provides=SessionRepository)
    provider.provide(MemoryUserViews, provides=UserViews)
    provider.provide(MemorySessionViews, provides=SessionViews)
    provider.provide(MemoryErasure, provides=Erasure)
    provider.provide(MemoryRecipients, provides=Recipients)
    provider.provide(MemoryEndedSessions, provides=EndedSessions, scope=Scope.APP)
    return provider
