"""Messaging, in memory."""

from dishka import AnyOf, Provider, Scope

from careercopilot.adapters.memory.messaging.announcements import MemoryAnnouncements
from careercopilot.adapters.memory.messaging.email_deliveries import MemoryEmailDeliveries
from careercopilot.adapters.memory.messaging.erasure import MemoryErasure
from careercopilot.adapters.memory.messaging.mailer import MemoryMailer
from careercopilot.adapters.memory.messaging.notification_repository import MemoryNotificationRepository
from careercopilot.adapters.memory.messaging.notification_views import MemoryNotificationViews
from careercopilot.adapters.memory.messaging.old_messages import MemoryOldMessages
from careercopilot.adapters.memory.messaging.personal_views import MemoryPersonalViews
from careercopilot.adapters.memory.messaging.preferences import MemoryPreferencesRepository, MemoryPreferencesViews
from careercopilot.adapters.memory.messaging.socket_tickets import MemorySocketTickets
from careercopilot.modules.messaging.ports.announcements import Announcements
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries
from careercopilot.modules.messaging.ports.erasure import Erasure
from careercopilot.modules.messaging.ports.mailer import Mailer
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from careercopilot.modules.messaging.ports.old_messages import OldMessages
from careercopilot.modules.messaging.ports.personal_views import PersonalViews
from careercopilot.modules.messaging.ports.preferences import PreferencesRepository, PreferencesViews
from careercopilot.modules.messaging.ports.socket_tickets import SocketTickets


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryNotificationRepository, provides=NotificationRepository)
    provider.provide(MemoryNotificationViews, provides=NotificationViews)
    provider.provide(MemorySocketTickets, provides=SocketTickets)
    provider.provide(MemoryPreferencesRepository, provides=PreferencesRepository)
    provider.provide(MemoryPreferencesViews, provides=PreferencesViews)
    provider.provide(MemoryEmailDeliveries, provides=EmailDeliveries)
    provider.provide(MemoryAnnouncements, provides=Announcements)
    provider.provide(MemoryErasure, provides=Erasure)
    provider.provide(MemoryOldMessages, provides=OldMessages)
    provider.provide(MemoryPersonalViews, provides=PersonalViews)
    provider.provide(MemoryMailer, provides=AnyOf[MemoryMailer, Mailer], scope=Scope.APP)
    return provider
