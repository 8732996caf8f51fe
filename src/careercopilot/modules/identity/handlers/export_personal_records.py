"""Giving people what is held about them."""

from collections.abc import Mapping
from uuid import UUID

from careercopilot.modules.identity.api.errors import UserNotFound
from careercopilot.modules.identity.ports.personal_records import PersonalRecords
from careercopilot.modules.identity.ports.session_views import SessionViews
from careercopilot.modules.identity.ports.user_views import UserViews


class ExportPersonalRecordsHandler:
    """Adds identity's own records to those of the contexts above."""

    def __init__(self, users: UserViews, sessions: SessionViews, records: PersonalRecords) -> None:
        self._users = users
        self._sessions = sessions
        self._records = records

    async def __call__(self, user_id: UUID) -> Mapping[str, object]:
        user = await self._users.find(user_id)
        if user is None:
            raise UserNotFound(user_id)
        sessions = await self._sessions.of_user(user_id)
        return {
            "identity/profile": user,
            "identity/sessions": sessions,
            **await self._records.collect(user_id),
        }
