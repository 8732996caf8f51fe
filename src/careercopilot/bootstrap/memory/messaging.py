"""Messaging, in memory."""

from dishka import Provider, Scope

from careercopilot.adapters.memory.messaging.notification_repository import MemoryNotificationRepository
from careercopilot.adapters.memory.messaging.notification_views import MemoryNotificationViews
from careercopilot.adapters.memory.messaging.socket_tickets import MemorySocketTickets
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from careercopilot.modules.messaging.ports.socket_tickets import SocketTickets


def memory() -> Provider:
    """Bind the ports to memory."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(MemoryNotificationRepository, provides=NotificationRepository)
    provider.provide(MemoryNotificationViews, provides=NotificationViews)
    provider.provide(MemorySocketTickets, provides=SocketTickets)
    return provider
