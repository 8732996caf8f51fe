"""Looking at what one wants to be told."""

from uuid import UUID

from careercopilot.modules.messaging.api.preferences import PreferencesView
from careercopilot.modules.messaging.domain.preferences import Preferences
from careercopilot.modules.messaging.ports.preferences import PreferencesViews


class ViewPreferencesHandler:
    """Reads what was chosen, if anything was."""

    def __init__(self, views: PreferencesViews) -> None:
        self._views = views

    async def __call__(self, user_id: UUID) -> PreferencesView:
        chosen = await self._views.find(user_id)
        return (chosen or Preferences(user_id)).view()
