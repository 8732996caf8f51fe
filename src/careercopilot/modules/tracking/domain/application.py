"""An application on its way through the pipeline."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from careercopilot.kernel.changes import UNCHANGED
from careercopilot.kernel.errors import InvalidInput, PreconditionFailed
from careercopilot.kernel.events import Event
from careercopilot.kernel.ids import new_id
from careercopilot.modules.tracking.api.errors import NotEnded
from careercopilot.modules.tracking.api.events import (
    ApplicationCreated,
    ApplicationDeleted,
    ApplicationEdited,
    ApplicationMoved,
    ApplicationSubmitted,
)
from careercopilot.modules.tracking.api.models import (
    ApplicationChanges,
    ApplicationStatus,
    EntryKind,
    NewApplication,
)
from careercopilot.modules.tracking.domain.details import Details
from careercopilot.modules.tracking.domain.moments import past_moment
from careercopilot.modules.tracking.domain.pipeline import BEFORE_END, ENDS, check_step
from careercopilot.modules.tracking.domain.text import NOTES_LIMIT, optional
from careercopilot.modules.tracking.domain.timeline import TimelineEntry, excerpt

_APPLIED = ApplicationStatus.APPLIED


@dataclass(kw_only=True)
class Application:
    """A person's application. Each change makes it one version newer; a refused one leaves it as it was.

    ``applied_at`` is when it was sent, None when it never was. ``last_step_at`` is None until the first step:
    being entered is no step, so what happened before it was entered can still be told. ``reopens_to`` is the
    status before the end. ``entries`` and ``events`` are new and not yet stored.
    """

    id: UUID
    user_id: UUID
    job_id: UUID | None
    details: Details
    status: ApplicationStatus
    applied_at: datetime | None = None
    last_step_at: datetime | None = None
    reopens_to: ApplicationStatus | None = None
    version: int = 1
    created_at: datetime
    updated_at: datetime
    entries: list[TimelineEntry] = field(default_factory=list, compare=False, repr=False)
    events: list[Event] = field(default_factory=list, compare=False, repr=False)

    @classmethod
    def start(cls, user_id: UUID, new: NewApplication, now: datetime) -> Self:
        """Enter an application, at any status; past ``saved`` it counts as sent, now unless told otherwise."""
        given = {name: value for name, value in vars(new).items() if name in Details.__dataclass_fields__}
        application = cls(
            id=new_id(),
            user_id=user_id,
            job_id=new.job_id,
            details=Details(**given).checked(),
            status=new.status,
            reopens_to=BEFORE_END.get(new.status),
            created_at=now,
            updated_at=now,
        )
        sent_at = _sent_at(new, now)
        application.applied_at = sent_at
        application.last_step_at = sent_at if new.status is _APPLIED else None
        application._tell_creation()
        application._record(EntryKind.CREATED, application.entered_status_at, now, to_status=new.status)
        return application

    @property
    def is_live(self) -> bool:
        """Whether it has not ended."""
        return self.status not in ENDS

    @property
    def entered_status_at(self) -> datetime:
        """Since when it has been where it stands, as far as we were told."""
        return self.last_step_at or self.created_at

    def require_version(self, expected: int | None) -> None:
        """Raise PreconditionFailed when the caller saw another version; None stands for any."""
        if expected not in {None, self.version}:
            raise PreconditionFailed

    def move(self, to: ApplicationStatus, now: datetime, at: datetime | None = None, note: str | None = None) -> None:
        """Take a step of the pipeline, at ``at`` or now."""
        check_step(self.status, to)
        happened_at = self._step_moment("at", at, now)
        kept_note = optional("note", note, NOTES_LIMIT)
        self._advance(now)
        self._step(to, happened_at, now, kept_note)

    def reopen(self, now: datetime) -> None:
        """Go back to the status before the end."""
        if self.reopens_to is None:
            raise NotEnded(self.status)
        happened_at = self._step_moment("at", None, now)
        self._advance(now)
        self._enter(self.reopens_to, happened_at, now, EntryKind.REOPENED)

    def edit(self, changes: ApplicationChanges, now: datetime) -> None:
        """Apply the changes as one; when nothing is different, nothing happens."""
        given = {name: value for name, value in vars(changes).items() if value is not UNCHANGED}
        to, sent_at = given.pop("status", self.status), given.pop("applied_at", self.applied_at)
        details = replace(self.details, **given).checked()
        step_at = None
        if to is not self.status:
            check_step(self.status, to)
            step_at = self._step_moment("applied_at", sent_at if to is _APPLIED else None, now)
        if to is self.status or to is not _APPLIED:
            sent_at = self._corrected(sent_at, now)
        if (details, sent_at, to) == (self.details, self.applied_at, self.status):
            return
        self._advance(now)
        self._replace_details(details, now)
        self._correct(sent_at, now)
        if step_at is None:
            self._tell_edit()
        else:
            self._step(to, step_at, now)
            self.details = replace(self.details, stage_label=details.stage_label if "stage_label" in given else None)

    def delete(self) -> None:
        """Tell that it is gone."""
        self.version += 1
        self.events.append(ApplicationDeleted(**self._about))

    @property
    def _about(self) -> dict[str, Any]:
        return {
            "aggregate_id": self.id,
            "aggregate_version": self.version,
            "user_id": self.user_id,
            "job_id": self.job_id,
        }

    @property
    def _marks(self) -> dict[str, Any]:
        return {"applied_at": self.applied_at, "archived": self.details.archived}

    def _advance(self, now: datetime) -> None:
        self.version += 1
        self.updated_at = now

    def _step_moment(self, name: str, at: datetime | None, now: datetime) -> datetime:
        earliest = self.last_step_at or self.applied_at
        if at is None:
            return now if earliest is None else max(now, earliest)
        happened_at = past_moment(name, at, now)
        if earliest is not None and happened_at < earliest:
            raise InvalidInput(name, "must not lie before the last step")
        return happened_at

    def _step(self, to: ApplicationStatus, at: datetime, now: datetime, note: str | None = None) -> None:
        before = self.status
        self.applied_at = at if to is _APPLIED else self.applied_at
        self._enter(to, at, now, EntryKind.MOVED, note)
        self.reopens_to = before if to in ENDS else None
        if to is _APPLIED:
            self._tell_sending(at)

    def _enter(
        self, to: ApplicationStatus, at: datetime, now: datetime, kind: EntryKind, note: str | None = None
    ) -> None:
        before, self.status = self.status, to
        self.last_step_at, self.reopens_to = at, None
        self.details = replace(self.details, stage_label=None)
        self._record(kind, at, now, from_status=before, to_status=to, note=note)
        reopened = kind is EntryKind.REOPENED
        step = ApplicationMoved(
            **self._about, **self._marks, from_status=before, to_status=to, at=at, reopened=reopened
        )
        self.events.append(step)

    def _tell_creation(self) -> None:
        since, created_at = self.entered_status_at, self.created_at
        created = ApplicationCreated(
            **self._about, **self._marks, status=self.status, since=since, created_at=created_at
        )
        self.events.append(created)
        if self.applied_at is not None:
            self._tell_sending(self.applied_at)

    def _tell_edit(self) -> None:
        since = self.entered_status_at
        self.events.append(ApplicationEdited(**self._about, **self._marks, status=self.status, since=since))

    def _tell_sending(self, at: datetime) -> None:
        title, company = self.details.title, self.details.company
        self.events.append(ApplicationSubmitted(**self._about, title=title, company=company, applied_at=at))

    def _corrected(self, sent_at: datetime | None, now: datetime) -> datetime | None:
        """Return when it was really sent, or refuse it."""
        if sent_at == self.applied_at:
            return sent_at
        if self.applied_at is None:
            raise InvalidInput("applied_at", "this application was not sent; the step to applied says when")
        if sent_at is None:
            raise InvalidInput("applied_at", "cannot be cleared")
        at = past_moment("applied_at", sent_at, now)
        if self.last_step_at is not None and not self._sending_was_last and at > self.last_step_at:
            raise InvalidInput("applied_at", "must not lie after the last step")
        return at

    def _correct(self, sent_at: datetime | None, now: datetime) -> None:
        if self.applied_at is None or sent_at is None or sent_at == self.applied_at:
            return
        self._record(EntryKind.APPLIED_AT_CORRECTED, sent_at, now)
        if self._sending_was_last:
            self.last_step_at = sent_at
        self.applied_at = sent_at

    @property
    def _sending_was_last(self) -> bool:
        return self.status is _APPLIED and self.last_step_at == self.applied_at

    def _replace_details(self, details: Details, now: datetime) -> None:
        if details.notes != self.details.notes:
            data: dict[str, object] = {"characters": len(details.notes)}
            self._record(EntryKind.NOTES_EDITED, now, now, note=excerpt(details.notes), data=data)
        self.details = details

    def _record(self, kind: EntryKind, at: datetime, now: datetime, **facts: Any) -> None:  # noqa: ANN401 - passed on
        entry = TimelineEntry(
            id=new_id(), application_id=self.id, version=self.version, kind=kind, at=at, recorded_at=now, **facts
        )
        self.entries.append(entry)


def _sent_at(new: NewApplication, now: datetime) -> datetime | None:
    if new.status is not ApplicationStatus.SAVED:
        return now if new.applied_at is None else past_moment("applied_at", new.applied_at, now)
    if new.applied_at is not None:
        raise InvalidInput("applied_at", "a saved application has not been sent; give status applied with it")
    return None
