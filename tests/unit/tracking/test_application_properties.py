"""Whatever a person does, the rules of the pipeline hold."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from careercopilot.kernel.errors import Conflict, InvalidInput
from careercopilot.modules.tracking.api.events import (
    ApplicationCreated,
    ApplicationEdited,
    ApplicationMoved,
    ApplicationSubmitted,
)
from careercopilot.modules.tracking.api.models import ApplicationChanges, ApplicationStatus
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.pipeline import ENDS, TRANSITIONS
from careercopilot.modules.tracking.domain.timeline import replay
from tests.support.applications import an_application
from tests.support.clock import START

Command = Callable[[Application, datetime], None]

statuses = st.sampled_from(ApplicationStatus)
hours = st.none() | st.integers(-100, 1).map(lambda hours: timedelta(hours=hours))


def moving(to: ApplicationStatus, back: timedelta | None) -> Command:
    return lambda application, now: application.move(to, now, None if back is None else now + back)


def editing(to: ApplicationStatus | None, back: timedelta | None, notes: str | None) -> Command:
    def edit(application: Application, now: datetime) -> None:
        given = {"status": to, "notes": notes, "applied_at": None if back is None else now + back}
        chosen = {name: value for name, value in given.items() if value is not None}
        application.edit(ApplicationChanges(**chosen), now)  # type: ignore[arg-type]

    return edit


def reopening() -> Command:
    return lambda application, now: application.reopen(now)


commands = st.lists(
    st.builds(moving, statuses, hours)
    | st.builds(editing, st.none() | statuses, hours, st.none() | st.sampled_from(["", "one", "two"]))
    | st.builds(reopening),
    max_size=25,
)


def state_of(application: Application) -> dict[str, object]:
    kept = {field.name: getattr(application, field.name) for field in fields(application) if field.compare}
    return kept | {"entries": list(application.entries), "events": list(application.events)}


def run(start: ApplicationStatus, sequence: list[Command]) -> list[tuple[dict[str, object], dict[str, object]]]:
    """Return the state before and after each command that was not refused; a refused one changed nothing."""
    application, now, steps = an_application(status=start), START, []
    for command in sequence:
        now += timedelta(minutes=30)
        before = state_of(application)
        try:
            command(application, now)
        except (Conflict, InvalidInput):
            assert state_of(application) == before
        else:
            steps.append((before, state_of(application)))
    return steps


@given(statuses, commands)
def test_every_change_makes_one_version_and_no_change_makes_none(
    start: ApplicationStatus, sequence: list[Command]
) -> None:
    for before, after in run(start, sequence):
        grown = after["version"] - before["version"]  # type: ignore[operator]
        assert grown == (0 if after == before else 1)


@given(statuses, commands)
def test_every_step_is_in_the_table_unless_it_reopens_an_end(start: ApplicationStatus, sequence: list[Command]) -> None:
    for before, after in run(start, sequence):
        was, is_ = ApplicationStatus(str(before["status"])), ApplicationStatus(str(after["status"]))
        reopened = was in ENDS and is_ is before["reopens_to"] and was in TRANSITIONS[is_]
        assert was is is_ or is_ in TRANSITIONS[was] or reopened


@given(statuses, commands)
def test_the_timeline_replays_to_the_status_and_never_steps_back_in_time(
    start: ApplicationStatus, sequence: list[Command]
) -> None:
    application, now = an_application(status=start), START
    for command in sequence:
        now += timedelta(minutes=30)
        try:
            command(application, now)
        except (Conflict, InvalidInput):
            continue
    assert replay(application.entries) is application.status
    versions = [entry.version for entry in application.entries]
    assert versions == sorted(versions)
    steps = [entry for entry in application.entries[1:] if entry.to_status is not None]
    assert all(before.to_status is after.from_status for before, after in pairwise(steps))


@given(statuses, commands)
def test_an_ended_application_can_reopen_and_a_sent_one_has_a_date(
    start: ApplicationStatus, sequence: list[Command]
) -> None:
    for _, after in run(start, sequence):
        status = after["status"]
        assert (status in ENDS) == (after["reopens_to"] is not None)
        if status is ApplicationStatus.SAVED:
            assert after["applied_at"] is None
        elif status not in ENDS:
            assert after["applied_at"] is not None


@given(statuses, commands)
def test_an_application_is_told_as_submitted_at_most_once(start: ApplicationStatus, sequence: list[Command]) -> None:
    for _, after in run(start, sequence):
        events = after["events"]
        assert isinstance(events, list)
        told = [event for event in events if isinstance(event, ApplicationSubmitted)]
        assert len(told) == (0 if after["applied_at"] is None else 1)


@given(statuses, commands)
def test_every_version_is_told_once_with_how_the_application_stands_at_it(
    start: ApplicationStatus, sequence: list[Command]
) -> None:
    for before, after in run(start, sequence):
        events = after["events"]
        assert isinstance(events, list)
        telling = [
            event for event in events if isinstance(event, ApplicationCreated | ApplicationEdited | ApplicationMoved)
        ]
        assert [event.aggregate_version for event in telling] == list(range(1, len(telling) + 1))
        last = telling[-1]
        assert last.aggregate_version == after["version"]
        stands = (last.to_status, last.at) if isinstance(last, ApplicationMoved) else (last.status, last.since)
        assert stands == (after["status"], after["last_step_at"] or after["created_at"])
        assert last.applied_at == after["applied_at"]
        assert before["user_id"] == last.user_id
