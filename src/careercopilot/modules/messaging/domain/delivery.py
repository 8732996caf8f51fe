"""E-mail deliveries: something told by e-mail, until it is sent or given up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.api.personal_records import DeliveryState, EmailDeliveryView

_FIRST_DELAY = timedelta(minutes=1)
_LONGEST_DELAY = timedelta(hours=1)
_ATTEMPTS = 29  # about 24 hours in all
_LONGEST_REASON = 500


@dataclass
class EmailDelivery:
    """Told to one person once per ``source_event_id``. Holds the words, never an address or a secret.

    Those of a ``digest`` that fall due together are sent as one mail. ``leased_until`` says how long whoever is
    sending it has for that; a lease that has run out is nobody's.
    """

    id: UUID
    user_id: UUID
    source_event_id: UUID
    type: NotificationType
    title: str
    body: str
    action_url: str | None
    digest: bool
    due_at: datetime
    created_at: datetime
    state: DeliveryState = DeliveryState.QUEUED
    attempts: int = 0
    leased_until: datetime | None = None
    last_error: str | None = None
    settled_at: datetime | None = None

    def sent(self, at: datetime) -> None:
        """Note that a server took it."""
        self.attempts += 1
        self.state, self.settled_at, self.leased_until = DeliveryState.SENT, at, None

    def fail(self, reason: str, at: datetime) -> None:
        """Give up."""
        self.attempts += 1
        self.state, self.settled_at, self.leased_until = DeliveryState.FAILED, at, None
        self.last_error = reason[:_LONGEST_REASON]

    def defer(self, reason: str, at: datetime, jitter: float) -> None:
        """Try again later, each time after twice as long, or give up after about a day.

        ``jitter``, from 0 to 1, keeps what failed together from coming back together.
        """
        if self.attempts + 1 >= _ATTEMPTS:
            self.fail(reason, at)
            return
        delay = min(_FIRST_DELAY * (1 << min(self.attempts, 10)), _LONGEST_DELAY)
        self.attempts += 1
        self.due_at, self.leased_until = at + delay * (1 + jitter / 4), None
        self.last_error = reason[:_LONGEST_REASON]

    def release(self) -> None:
        """Give the lease back untried: it was no fault of this one."""
        self.leased_until = None

    def view(self) -> EmailDeliveryView:
        """Return what its person may see."""
        return EmailDeliveryView(
            id=self.id,
            type=self.type,
            title=self.title,
            body=self.body,
            digest=self.digest,
            state=self.state,
            due_at=self.due_at,
            settled_at=self.settled_at,
            created_at=self.created_at,
        )


def as_mails(deliveries: Iterable[EmailDelivery]) -> Sequence[tuple[EmailDelivery, ...]]:
    """Put together what goes out together: the digest of each person, and everything else alone."""
    mails: dict[UUID, list[EmailDelivery]] = {}
    for delivery in sorted(deliveries, key=lambda d: d.id):
        mails.setdefault(delivery.user_id if delivery.digest else delivery.id, []).append(delivery)
    return [tuple(mail) for mail in mails.values()]
