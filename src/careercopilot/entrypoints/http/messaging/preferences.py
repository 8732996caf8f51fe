"""What a person wants to be told, by which channel, and when."""

from typing import Annotated

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, get, put
from litestar.params import JSONBody

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.bodies import given
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.api.preferences import (
    Channel,
    Digest,
    PreferencesChoice,
    PreferencesView,
    QuietHours,
)
from careercopilot.modules.messaging.api.use_cases.preferences import ReplacePreferences, ViewPreferences

TimeOfDay = Annotated[str, msgspec.Meta(max_length=5, description="HH:MM", examples=["22:00"])]
ZoneName = Annotated[str, msgspec.Meta(max_length=64, examples=["Europe/Berlin"])]


class ChannelsBody(msgspec.Struct, forbid_unknown_fields=True):
    """By which channels one type is told; what is left out takes its default."""

    in_app: bool | msgspec.UnsetType = msgspec.UNSET
    email: bool | msgspec.UnsetType = msgspec.UNSET
    webhook: bool | msgspec.UnsetType = msgspec.UNSET

    def chosen(self) -> dict[Channel, bool]:
        """Return what was given."""
        return {Channel(name): wanted for name, wanted in given(self).items()}


class TypesBody(msgspec.Struct, forbid_unknown_fields=True):
    """Every type of notification; what is left out takes its defaults."""

    application_submitted: ChannelsBody = msgspec.field(default_factory=ChannelsBody)
    saved_search_matched: ChannelsBody = msgspec.field(default_factory=ChannelsBody)
    announcement: ChannelsBody = msgspec.field(default_factory=ChannelsBody)


class QuietHoursBody(msgspec.Struct, forbid_unknown_fields=True):
    """When e-mails wait, unless they are urgent; ``start`` after ``end`` means over night."""

    start: TimeOfDay
    end: TimeOfDay
    timezone: ZoneName


class PreferencesBody(msgspec.Struct, forbid_unknown_fields=True):
    """The whole choice."""

    preferences: TypesBody = msgspec.field(default_factory=TypesBody)
    quiet_hours: QuietHoursBody | None = None
    digest: Digest = Digest.NONE

    def choice(self) -> PreferencesChoice:
        """Return it as the use case takes it."""
        hours = self.quiet_hours
        return PreferencesChoice(
            channels={kind: getattr(self.preferences, kind.value).chosen() for kind in NotificationType},
            quiet_hours=None if hours is None else QuietHours(hours.start, hours.end, hours.timezone),
            digest=self.digest,
        )


class PreferencesController(Controller):
    """One's own choice."""

    path = "/notification-preferences"
    tags = ("notifications",)

    @get("/", operation_id="getNotificationPreferences", summary="Read what one is told")
    async def view(
        self, request: SignedInRequest, view_preferences: FromDishka[ViewPreferences]
    ) -> Response[Data[PreferencesView]]:
        """Return what holds for every type and channel, defaults included."""
        found = await view_preferences(request.user.user_id)
        return versioned(request, found, found.version)

    @put("/", operation_id="putNotificationPreferences", summary="Choose what one is told")
    async def replace(
        self,
        request: SignedInRequest,
        data: JSONBody[PreferencesBody],
        replace_preferences: FromDishka[ReplacePreferences],
    ) -> Response[Data[PreferencesView]]:
        """Replace the whole choice; types and channels left out take their defaults.

        Quiet hours delay e-mails until they end. A digest gathers e-mails until 08:00 in the time zone of the quiet
        hours, or else of the profile; weekly ones come on Mondays. What is urgent waits for neither.
        """
        chosen = await replace_preferences(request.user.user_id, data.choice(), expected_version(request))
        return versioned(request, chosen, chosen.version)
