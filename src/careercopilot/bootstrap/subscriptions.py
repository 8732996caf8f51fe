"""Who acts on which event: the whole of it, on one page."""

from dataclasses import dataclass
from typing import Any

from careercopilot.kernel.events import Event, Subscriber
from careercopilot.modules.content.handlers import erase_person as content_erasure
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.identity.handlers import erase_person as identity_erasure
from careercopilot.modules.insights.handlers import erase_person as insights_erasure
from careercopilot.modules.insights.handlers.follow_applications import FollowApplications
from careercopilot.modules.insights.handlers.follow_catalogue import FollowCatalogue
from careercopilot.modules.jobs.api.events import JobsClosed, JobsIngested, SavedSearchMatched
from careercopilot.modules.jobs.handlers import erase_person as jobs_erasure
from careercopilot.modules.jobs.handlers.note_arrivals import NoteArrivals
from careercopilot.modules.jobs.handlers.note_for_vectors import NoteClosedForVectors, NoteIngestedForVectors
from careercopilot.modules.messaging.handlers import erase_person as messaging_erasure
from careercopilot.modules.messaging.handlers.notify_application_submitted import NotifyApplicationSubmitted
from careercopilot.modules.messaging.handlers.notify_saved_search_matched import NotifySavedSearchMatched
from careercopilot.modules.tracking.api.events import (
    ApplicationCreated,
    ApplicationDeleted,
    ApplicationEdited,
    ApplicationMoved,
    ApplicationSubmitted,
)
from careercopilot.modules.tracking.handlers import erase_person as tracking_erasure


@dataclass(frozen=True)
class Subscription:
    """A subscriber of one event. ``name`` is kept with what it has had, so it never changes."""

    name: str
    event: type[Event]
    subscriber: type[Subscriber[Any]]


SUBSCRIPTIONS = (
    Subscription("jobs.note-ingested-for-vectors", JobsIngested, NoteIngestedForVectors),
    Subscription("jobs.note-closed-for-vectors", JobsClosed, NoteClosedForVectors),
    Subscription("jobs.note-arrivals", JobsIngested, NoteArrivals),
    Subscription("identity.erase-person", UserErased, identity_erasure.ErasePerson),
    Subscription("jobs.erase-person", UserErased, jobs_erasure.ErasePerson),
    Subscription("tracking.erase-person", UserErased, tracking_erasure.ErasePerson),
    Subscription("insights.erase-person", UserErased, insights_erasure.ErasePerson),
    Subscription("insights.follow-created-applications", ApplicationCreated, FollowApplications),
    Subscription("insights.follow-moved-applications", ApplicationMoved, FollowApplications),
    Subscription("insights.follow-edited-applications", ApplicationEdited, FollowApplications),
    Subscription("insights.follow-deleted-applications", ApplicationDeleted, FollowApplications),
    Subscription("insights.follow-ingested-jobs", JobsIngested, FollowCatalogue),
    Subscription("insights.follow-closed-jobs", JobsClosed, FollowCatalogue),
    Subscription("content.erase-person", UserErased, content_erasure.ErasePerson),
    Subscription("messaging.notify-application-submitted", ApplicationSubmitted, NotifyApplicationSubmitted),
    Subscription("messaging.notify-saved-search-matched", SavedSearchMatched, NotifySavedSearchMatched),
    Subscription("messaging.erase-person", UserErased, messaging_erasure.ErasePerson),
)


def known_events() -> tuple[type[Event], ...]:
    """Return every event that the contexts can tell, once they are imported; one that nobody wants is done at once."""
    return tuple(event for event in _all_events(Event) if event.__module__.startswith("careercopilot."))


def _all_events(kind: type[Event]) -> list[type[Event]]:
    return [found for direct in kind.__subclasses__() for found in (direct, *_all_events(direct))]
