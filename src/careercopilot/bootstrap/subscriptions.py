"""Who acts on which event: the whole of it, on one page."""

from dataclasses import dataclass
from typing import Any

from careercopilot.kernel.events import Event, Subscriber
from careercopilot.modules.messaging.handlers.notify_application_submitted import NotifyApplicationSubmitted
from careercopilot.modules.tracking.api.events import ApplicationSubmitted


@dataclass(frozen=True)
class Subscription:
    """A subscriber of one event. ``name`` is kept with what it has had, so it never changes."""

    name: str
    event: type[Event]
    subscriber: type[Subscriber[Any]]


SUBSCRIPTIONS = (
    Subscription("messaging.notify-application-submitted", ApplicationSubmitted, NotifyApplicationSubmitted),
)


def known_events() -> tuple[type[Event], ...]:
    """Return every event that the contexts can tell, once they are imported; one that nobody wants is done at once."""
    return tuple(event for event in _all_events(Event) if event.__module__.startswith("careercopilot."))


def _all_events(kind: type[Event]) -> list[type[Event]]:
    return [found for direct in kind.__subclasses__() for found in (direct, *_all_events(direct))]
