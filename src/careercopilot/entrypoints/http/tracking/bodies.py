"""What tracking's routes take."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

from careercopilot.entrypoints.http.bodies import Name, Notes, SalaryExpectationBody, given
from careercopilot.modules.tracking.api.models import (
    ApplicationChanges,
    ApplicationPriority,
    ApplicationStatus,
    NewApplication,
)

Label = Annotated[str, Meta(max_length=100)]
Url = Annotated[str, Meta(max_length=2048, description="An http or https URL.")]
Tags = tuple[Annotated[str, Meta(min_length=1, max_length=50)], ...]
Moment = Annotated[datetime, Meta(tz=True)]

_EMPTY: Final[dict[str, object]] = {
    "notes": "",
    "tags": (),
    "priority": ApplicationPriority.MEDIUM,
    "archived": False,
}


class CreateApplicationBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An application to track: for a job of the catalogue, or for one that is described here.

    With ``job_id``, a title, company or url that is left out is copied from the job; otherwise title and company
    are needed. It may be entered at any status; past ``saved`` it counts as sent, now or at ``applied_at``.
    """

    job_id: UUID | None = None
    title: Name | None = None
    company: Name | None = None
    url: Url | None = None
    status: ApplicationStatus = ApplicationStatus.SAVED
    stage_label: Label | None = None
    priority: ApplicationPriority | None = None
    source: Label | None = None
    applied_at: Moment | None = None
    next_action_at: Moment | None = None
    salary_expectation: SalaryExpectationBody | None = None
    resume_version_id: UUID | None = None
    cover_letter_id: UUID | None = None
    notes: Notes | None = None
    tags: Tags | None = None
    archived: bool | None = None

    def new(self) -> NewApplication:
        """Return it as the use case takes it."""
        return NewApplication(**_fields(self))


class PutApplicationBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An application as it shall be: what is left out is emptied.

    Except ``title``, ``company`` and ``status``, which are never empty, ``url`` and ``applied_at``: these stay.
    """

    title: Name | UnsetType = UNSET
    company: Name | UnsetType = UNSET
    url: Url | UnsetType | None = UNSET
    status: ApplicationStatus | UnsetType = UNSET
    stage_label: Label | None = None
    priority: ApplicationPriority | None = None
    source: Label | None = None
    applied_at: Moment | UnsetType | None = UNSET
    next_action_at: Moment | None = None
    salary_expectation: SalaryExpectationBody | None = None
    resume_version_id: UUID | None = None
    cover_letter_id: UUID | None = None
    notes: Notes | None = None
    tags: Tags | None = None
    archived: bool | None = None

    def changes(self) -> ApplicationChanges:
        """Return the changes as the use case takes them."""
        return ApplicationChanges(**_fields(self))


class PatchApplicationBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A JSON merge patch: what is absent stays, what is null is emptied."""

    title: Name | UnsetType = UNSET
    company: Name | UnsetType = UNSET
    url: Url | UnsetType | None = UNSET
    status: ApplicationStatus | UnsetType = UNSET
    stage_label: Label | UnsetType | None = UNSET
    priority: ApplicationPriority | UnsetType | None = UNSET
    source: Label | UnsetType | None = UNSET
    applied_at: Moment | UnsetType | None = UNSET
    next_action_at: Moment | UnsetType | None = UNSET
    salary_expectation: SalaryExpectationBody | UnsetType | None = UNSET
    resume_version_id: UUID | UnsetType | None = UNSET
    cover_letter_id: UUID | UnsetType | None = UNSET
    notes: Notes | UnsetType | None = UNSET
    tags: Tags | UnsetType | None = UNSET
    archived: bool | UnsetType | None = UNSET

    def changes(self) -> ApplicationChanges:
        """Return the changes as the use case takes them."""
        return ApplicationChanges(**_fields(self))


class TransitionBody(msgspec.Struct, forbid_unknown_fields=True):
    """A step; ``at`` may lie in the past, but not before the last step."""

    to: ApplicationStatus
    at: Moment | None = None
    note: Notes | None = None


def _fields(body: msgspec.Struct) -> dict[str, Any]:
    """Return the fields that were sent, or have a default, as the use cases take them."""
    fields = given(body)
    salary = fields.get("salary_expectation")
    if isinstance(salary, SalaryExpectationBody):
        fields["salary_expectation"] = salary.expectation()
    emptied = {name: empty for name, empty in _EMPTY.items() if name in fields and fields[name] is None}
    return fields | emptied
