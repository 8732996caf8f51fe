"""The rows of messaging in memory."""

from dataclasses import dataclass
from uuid import UUID

from careercopilot.modules.messaging.domain.notification import Notification

MAILBOX = "messaging.mailbox"
"""The last position of each person, by user id."""
NOTIFICATION = "messaging.notification"
"""NotificationRow by notification id."""
SOCKET_TICKET = "messaging.socket_ticket"
"""KeptTicket by digest."""
PREFERENCES = "messaging.preferences"
"""Preferences (copies that nobody changes) by user id."""
EMAIL_DELIVERY = "messaging.email_delivery"
"""EmailDelivery (copies that nobody changes) by its id."""
ANNOUNCEMENT = "messaging.announcement"
"""Announcement (copies that nobody changes) by its id."""
ERASED_PERSON = "messaging.erased_person"
"""When a person was erased, by user id."""


@dataclass(frozen=True)
class NotificationRow:
    """A notification (a copy that nobody changes) and its position."""

    notification: Notification
    position: int

    @property
    def user_id(self) -> UUID:
        """Whose it is."""
        return self.notification.user_id
