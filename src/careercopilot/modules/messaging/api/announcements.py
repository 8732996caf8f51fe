"""What administrators tell everybody."""

from dataclasses import dataclass

from careercopilot.modules.messaging.api.models import Priority


@dataclass(frozen=True, kw_only=True)
class NewAnnouncement:
    """The words, and where they lead: a path of this installation or an address on the web."""

    title: str
    body: str
    priority: Priority = Priority.MEDIUM
    action_url: str | None = None
