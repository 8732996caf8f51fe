"""The wiring of messaging."""

from dishka import Provider, Scope

from careercopilot.adapters.postgres.messaging.notification_repository import PostgresNotificationRepository
from careercopilot.adapters.postgres.messaging.notification_views import PostgresNotificationViews
from careercopilot.adapters.postgres.messaging.socket_tickets import PostgresSocketTickets
from careercopilot.modules.messaging.api.use_cases.feed import ReadNotificationsAfter, StartFeed
from careercopilot.modules.messaging.api.use_cases.notifications import (
    CountUnread,
    DeleteNotification,
    ListNotifications,
    MarkAllRead,
    MarkNotification,
    ViewNotification,
)
from careercopilot.modules.messaging.api.use_cases.sockets import IssueSocketTicket, RedeemSocketTicket
from careercopilot.modules.messaging.handlers.count_unread import CountUnreadHandler
from careercopilot.modules.messaging.handlers.delete_notification import DeleteNotificationHandler
from careercopilot.modules.messaging.handlers.issue_socket_ticket import IssueSocketTicketHandler
from careercopilot.modules.messaging.handlers.list_notifications import ListNotificationsHandler
from careercopilot.modules.messaging.handlers.mark_all_read import MarkAllReadHandler
from careercopilot.modules.messaging.handlers.mark_notification import MarkNotificationHandler
from careercopilot.modules.messaging.handlers.read_notifications_after import ReadNotificationsAfterHandler
from careercopilot.modules.messaging.handlers.redeem_socket_ticket import RedeemSocketTicketHandler
from careercopilot.modules.messaging.handlers.start_feed import StartFeedHandler
from careercopilot.modules.messaging.handlers.view_notification import ViewNotificationHandler
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from careercopilot.modules.messaging.ports.socket_tickets import SocketTickets


def use_cases() -> Provider:
    """Bind what messaging can do."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(ListNotificationsHandler, provides=ListNotifications)
    provider.provide(ViewNotificationHandler, provides=ViewNotification)
    provider.provide(MarkNotificationHandler, provides=MarkNotification)
    provider.provide(MarkAllReadHandler, provides=MarkAllRead)
    provider.provide(DeleteNotificationHandler, provides=DeleteNotification)
    provider.provide(CountUnreadHandler, provides=CountUnread)
    provider.provide(StartFeedHandler, provides=StartFeed)
    provider.provide(ReadNotificationsAfterHandler, provides=ReadNotificationsAfter)
    provider.provide(IssueSocketTicketHandler, provides=IssueSocketTicket)
    provider.provide(RedeemSocketTicketHandler, provides=RedeemSocketTicket)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresNotificationRepository, provides=NotificationRepository)
    provider.provide(PostgresNotificationViews, provides=NotificationViews)
    provider.provide(PostgresSocketTickets, provides=SocketTickets)
    return provider
