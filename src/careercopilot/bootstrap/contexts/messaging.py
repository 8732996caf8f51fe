"""The wiring of messaging."""

from dishka import Provider, Scope

from careercopilot.adapters.postgres.messaging.announcements import PostgresAnnouncements
from careercopilot.adapters.postgres.messaging.email_deliveries import PostgresEmailDeliveries
from careercopilot.adapters.postgres.messaging.erasure import PostgresErasure
from careercopilot.adapters.postgres.messaging.notification_repository import PostgresNotificationRepository
from careercopilot.adapters.postgres.messaging.notification_views import PostgresNotificationViews
from careercopilot.adapters.postgres.messaging.old_messages import PostgresOldMessages
from careercopilot.adapters.postgres.messaging.personal_views import PostgresPersonalViews
from careercopilot.adapters.postgres.messaging.preferences import (
    PostgresPreferencesRepository,
    PostgresPreferencesViews,
)
from careercopilot.adapters.postgres.messaging.socket_tickets import PostgresSocketTickets
from careercopilot.bootstrap.mail_server import mailer
from careercopilot.bootstrap.settings import Settings
from careercopilot.modules.messaging.api.use_cases.announcements import Announce, GoOnAnnouncing
from careercopilot.modules.messaging.api.use_cases.feed import ReadNotificationsAfter, StartFeed
from careercopilot.modules.messaging.api.use_cases.housekeeping import ForgetOldMessages
from careercopilot.modules.messaging.api.use_cases.mail import DeliverMail
from careercopilot.modules.messaging.api.use_cases.notifications import (
    CountUnread,
    DeleteNotification,
    ListNotifications,
    MarkAllRead,
    MarkNotification,
    ViewNotification,
)
from careercopilot.modules.messaging.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.messaging.api.use_cases.preferences import ReplacePreferences, ViewPreferences
from careercopilot.modules.messaging.api.use_cases.sockets import IssueSocketTicket, RedeemSocketTicket
from careercopilot.modules.messaging.domain.composing import Composer
from careercopilot.modules.messaging.handlers.announce import AnnounceHandler
from careercopilot.modules.messaging.handlers.collect_personal_records import CollectPersonalRecordsHandler
from careercopilot.modules.messaging.handlers.count_unread import CountUnreadHandler
from careercopilot.modules.messaging.handlers.delete_notification import DeleteNotificationHandler
from careercopilot.modules.messaging.handlers.deliver_mail import DeliverMailHandler
from careercopilot.modules.messaging.handlers.forget_old_messages import ForgetOldMessagesHandler
from careercopilot.modules.messaging.handlers.go_on_announcing import GoOnAnnouncingHandler
from careercopilot.modules.messaging.handlers.issue_socket_ticket import IssueSocketTicketHandler
from careercopilot.modules.messaging.handlers.list_notifications import ListNotificationsHandler
from careercopilot.modules.messaging.handlers.mail_posting import MailPosting
from careercopilot.modules.messaging.handlers.mail_queueing import MailQueueing
from careercopilot.modules.messaging.handlers.mark_all_read import MarkAllReadHandler
from careercopilot.modules.messaging.handlers.mark_notification import MarkNotificationHandler
from careercopilot.modules.messaging.handlers.read_notifications_after import ReadNotificationsAfterHandler
from careercopilot.modules.messaging.handlers.redeem_socket_ticket import RedeemSocketTicketHandler
from careercopilot.modules.messaging.handlers.replace_preferences import ReplacePreferencesHandler
from careercopilot.modules.messaging.handlers.start_feed import StartFeedHandler
from careercopilot.modules.messaging.handlers.telling import Telling
from careercopilot.modules.messaging.handlers.view_notification import ViewNotificationHandler
from careercopilot.modules.messaging.handlers.view_preferences import ViewPreferencesHandler
from careercopilot.modules.messaging.ports.announcements import Announcements
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries
from careercopilot.modules.messaging.ports.erasure import Erasure
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from careercopilot.modules.messaging.ports.old_messages import OldMessages
from careercopilot.modules.messaging.ports.personal_views import PersonalViews
from careercopilot.modules.messaging.ports.preferences import PreferencesRepository, PreferencesViews
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
    provider.provide(ViewPreferencesHandler, provides=ViewPreferences)
    provider.provide(ReplacePreferencesHandler, provides=ReplacePreferences)
    provider.provide(AnnounceHandler, provides=Announce)
    provider.provide(GoOnAnnouncingHandler, provides=GoOnAnnouncing)
    provider.provide(DeliverMailHandler, provides=DeliverMail)
    provider.provide(ForgetOldMessagesHandler, provides=ForgetOldMessages)
    provider.provide(CollectPersonalRecordsHandler, provides=CollectPersonalRecords)
    provider.provide(Telling)
    provider.provide(MailQueueing)
    provider.provide(MailPosting)
    provider.provide(_composer, scope=Scope.APP)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresNotificationRepository, provides=NotificationRepository)
    provider.provide(PostgresNotificationViews, provides=NotificationViews)
    provider.provide(PostgresSocketTickets, provides=SocketTickets)
    provider.provide(PostgresPreferencesRepository, provides=PreferencesRepository)
    provider.provide(PostgresPreferencesViews, provides=PreferencesViews)
    provider.provide(PostgresEmailDeliveries, provides=EmailDeliveries)
    provider.provide(PostgresAnnouncements, provides=Announcements)
    provider.provide(PostgresErasure, provides=Erasure)
    provider.provide(PostgresOldMessages, provides=OldMessages)
    provider.provide(PostgresPersonalViews, provides=PersonalViews)
    provider.provide(mailer, scope=Scope.APP)
    return provider


def _composer(settings: Settings) -> Composer:
    return Composer(settings.base_url)
