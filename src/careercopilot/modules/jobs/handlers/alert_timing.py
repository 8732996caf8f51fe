"""When people are told: by the clock where they live."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.errors import NotFound
from careercopilot.modules.identity.api.use_cases.recipients import FindRecipients
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency
from careercopilot.modules.jobs.domain.alert_times import is_scheduled, next_due


class AlertTiming:
    """Asks for time zones only where the calendar matters."""

    def __init__(self, find_recipients: FindRecipients) -> None:
        self._find_recipients = find_recipients

    async def next_due(self, user_id: UUID, frequency: AlertFrequency, now: datetime) -> datetime | None:
        """Return the next time, None without a schedule. Raises NotFound when there is no such person (any more)."""
        if not is_scheduled(frequency):
            return None
        timezone = (await self.timezones([user_id])).get(user_id)
        if timezone is None:
            raise NotFound("user", user_id)
        return next_due(frequency, timezone, now)

    async def timezones(self, user_ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the time zones of those people who are (still) there."""
        found = await self._find_recipients(frozenset(user_ids)) if user_ids else {}
        return {user_id: recipient.timezone for user_id, recipient in found.items()}
