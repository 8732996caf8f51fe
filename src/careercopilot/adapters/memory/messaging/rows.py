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


@dataclass(frozen=True)
class NotificationRow:
    """A notification (a copy that nobody changes) and its position."""

    notification: Notification
    position: int

    @property
    def user_id(self) -> UUID:
        """Whose it is."""
        return self.notification.user_id
