"""What can go wrong with applications, beyond the errors that every context shares."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from careercopilot.kernel.errors import AlreadyExists, Conflict
from careercopilot.modules.tracking.api.models import ApplicationStatus


class AlreadyApplied(AlreadyExists):
    """The person has a live application for the same job."""

    def __init__(self, application_id: UUID) -> None:
        details = {"resource": "application", "id": str(application_id)}
        super().__init__("There is a live application for this job already.", details)


class InvalidTransition(Conflict):
    """The pipeline has no such step."""

    code: ClassVar[str] = "INVALID_TRANSITION"

    def __init__(
        self, from_status: ApplicationStatus, to_status: ApplicationStatus, allowed: Sequence[ApplicationStatus]
    ) -> None:
        details = {"from": from_status.value, "to": to_status.value, "allowed": [status.value for status in allowed]}
        super().__init__(f"An application cannot go from {from_status} to {to_status}.", details)


class NotEnded(Conflict):
    """Only an application that has ended can be reopened."""

    def __init__(self, status: ApplicationStatus) -> None:
        super().__init__("This application has not ended.", {"status": status.value})
