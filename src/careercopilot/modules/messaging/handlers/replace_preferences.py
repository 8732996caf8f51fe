"""Choosing anew what one wants to be told."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.preferences import PreferencesChoice, PreferencesView
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries
from careercopilot.modules.messaging.ports.preferences import PreferencesRepository


class ReplacePreferencesHandler:
    """Keeps the choice and takes back what waits to be sent against it."""

    def __init__(
        self, unit_of_work: UnitOfWork, preferences: PreferencesRepository, deliveries: EmailDeliveries, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._preferences = preferences
        self._deliveries = deliveries
        self._clock = clock

    async def __call__(
        self, user_id: UUID, choice: PreferencesChoice, expected_version: int | None = None
    ) -> PreferencesView:
        now = self._clock.now()
        async with self._unit_of_work as uow:
            preferences = await self._preferences.get(user_id)
            preferences.replace(choice, now, expected_version)
            await self._preferences.save(preferences)
            await self._deliveries.withdraw(user_id, preferences.unwanted_by_email, now)
            await uow.commit()
        return preferences.view()
