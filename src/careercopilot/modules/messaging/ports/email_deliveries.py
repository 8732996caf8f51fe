"""What is to be told by e-mail, until it is sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.domain.delivery import EmailDelivery


class EmailDeliveries(Protocol):
    """The deliveries of the open unit of work."""

    async def add_new(self, deliveries: Sequence[EmailDelivery]) -> int:
        """Store those whose source event is new to their person; return how many."""
        ...

    async def claim(self, now: datetime, leased_until: datetime, limit: int) -> Sequence[EmailDelivery]:
        """Lease those that are due and nobody has leased, at most ``limit``, those due longest first.

        What a digest gathers is not torn apart: where one of its deliveries is claimed, all are that are due.
        Two who claim at once never get the same.
        """
        ...

    async def settle(self, deliveries: Sequence[EmailDelivery], leased_until: datetime) -> None:
        """Keep what became of claimed deliveries, unless their lease ran out and they are somebody else's now."""
        ...

    async def withdraw(self, user_id: UUID, kinds: Collection[NotificationType], now: datetime) -> int:
        """Delete the person's waiting deliveries of these kinds that nobody is sending; return how many."""
        ...
