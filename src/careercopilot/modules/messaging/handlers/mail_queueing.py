"""Putting down what is to be told by e-mail, and when."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.modules.identity.api.use_cases.recipients import FindRecipients
from careercopilot.modules.messaging.api.preferences import Digest
from careercopilot.modules.messaging.domain.delivery import EmailDelivery
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.preferences import Preferences
from careercopilot.modules.messaging.domain.tasks import DELIVER_MAIL
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries

_NOWHERE_IN_PARTICULAR = "UTC"


class MailQueueing:
    """Works in the open unit of work and wakes a worker when something can be sent at once."""

    def __init__(
        self, deliveries: EmailDeliveries, find_recipients: FindRecipients, queue: TaskQueue, clock: Clock
    ) -> None:
        self._deliveries = deliveries
        self._find_recipients = find_recipients
        self._queue = queue
        self._clock = clock

    async def queue(self, notices: Sequence[Notification], wishes: Mapping[UUID, Preferences]) -> None:
        """Put down a delivery for each notice, at the time that its person's wishes allow."""
        zones = await self._zones([wishes[user_id] for user_id in {notice.user_id for notice in notices}])
        deliveries = [self._delivery(n, wishes[n.user_id], zones.get(n.user_id)) for n in notices]
        added = await self._deliveries.add_new(deliveries) if deliveries else 0
        due = [delivery for delivery in deliveries if delivery.due_at <= self._clock.now()]
        if added and due:
            self._queue.kick(DELIVER_MAIL, due[0].id)

    async def _zones(self, wishes: Sequence[Preferences]) -> Mapping[UUID, str]:
        """Ask where people live whose digest depends on it."""
        asked = [w.user_id for w in wishes if w.digest is not Digest.NONE and w.quiet_hours is None]
        return {user_id: found.timezone for user_id, found in (await self._find_recipients(asked)).items()}

    def _delivery(self, notice: Notification, wishes: Preferences, timezone: str | None) -> EmailDelivery:
        now = self._clock.now()
        return EmailDelivery(
            id=new_id(),
            user_id=notice.user_id,
            source_event_id=notice.source_event_id or notice.id,
            type=notice.type,
            title=notice.title,
            body=notice.body,
            action_url=notice.action_url,
            digest=wishes.gathers(notice.priority),
            due_at=wishes.email_due_at(notice.priority, timezone or _NOWHERE_IN_PARTICULAR, now),
            created_at=now,
        )
