"""The tables of tracking in memory."""

from dataclasses import replace

from careercopilot.modules.tracking.domain.application import Application

APPLICATIONS = "tracking.application"
TIMELINES = "tracking.timeline_entry"
ERASED_PEOPLE = "tracking.erased_person"


def copy_of(application: Application) -> Application:
    """Return a copy that can change without the other, with nothing new in it."""
    return replace(application, entries=[], events=[])
