from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from careercopilot.kernel.errors import InvalidInput, PreconditionFailed
from careercopilot.modules.tracking.api.errors import InvalidTransition, NotEnded
from careercopilot.modules.tracking.api.events import ApplicationCreated, ApplicationMoved, ApplicationSubmitted
from careercopilot.modules.tracking.api.models import (
    ApplicationChanges,
    ApplicationPriority,
    EntryKind,
    SalaryExpectation,
)
from careercopilot.modules.tracking.api.models import ApplicationStatus as S
from careercopilot.modules.tracking.domain.showing import view_of
from tests.support.applications import an_application
from tests.support.clock import START

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def refused_field(refused: pytest.ExceptionInfo[InvalidInput]) -> object:
    return refused.value.details["field"]


def test_an_application_begins_as_saved_and_not_sent() -> None:
    application = an_application()
    view = view_of(application, START)
    assert (view.status, view.applied_at, view.version, view.days_in_status) == (S.SAVED, None, 1, 0)
    assert view.allowed_transitions == (S.APPLIED, S.REJECTED, S.WITHDRAWN)
    assert [type(event) for event in application.events] == [ApplicationCreated]


@pytest.mark.parametrize("status", [status for status in S if status is not S.SAVED])
def test_what_is_entered_past_saved_counts_as_sent_now(status: S) -> None:
    application = an_application(status=status)
    assert application.applied_at == START
    assert [type(event) for event in application.events] == [ApplicationCreated, ApplicationSubmitted]


def test_what_is_entered_as_applied_stands_there_since_it_was_sent() -> None:
    application = an_application(status=S.APPLIED, applied_at=START - 12 * DAY)
    assert view_of(application, START).days_in_status == 12
    assert application.entries[0].at == START - 12 * DAY


def test_sending_a_saved_application_is_told_with_what_a_person_wants_to_read() -> None:
    application = an_application()
    application.events.clear()
    application.move(S.APPLIED, START + HOUR)
    moved, submitted = application.events
    assert isinstance(moved, ApplicationMoved)
    assert isinstance(submitted, ApplicationSubmitted)
    assert (submitted.title, submitted.company, submitted.applied_at) == ("Gardener", "Tulip & Sons", START + HOUR)
    assert moved.aggregate_version == submitted.aggregate_version == 2


def test_sending_again_after_reopening_is_not_news() -> None:
    application = an_application(status=S.APPLIED)
    application.move(S.REJECTED, START)
    application.events.clear()
    application.reopen(START)
    assert [type(event) for event in application.events] == [ApplicationMoved]


def test_a_step_may_be_told_later_than_it_happened() -> None:
    application = an_application()
    application.move(S.APPLIED, START, at=START - 3 * DAY)
    application.move(S.SCREENING, START, at=START - DAY, note=" they called ")
    entry = application.entries[-1]
    assert (entry.at, entry.recorded_at, entry.note) == (START - DAY, START, "they called")
    assert application.applied_at == START - 3 * DAY


@pytest.mark.parametrize("at", [START - 3 * DAY, START + timedelta(minutes=2), datetime(1969, 1, 1, tzinfo=UTC)])
def test_a_step_neither_precedes_the_one_before_nor_lies_in_the_future(at: datetime) -> None:
    application = an_application(status=S.APPLIED, applied_at=START - 2 * DAY)
    with pytest.raises(InvalidInput) as refused:
        application.move(S.SCREENING, START, at=at)
    assert refused_field(refused) == "at"
    assert (application.status, application.version) == (S.APPLIED, 1)


@pytest.mark.parametrize(
    "at",
    [datetime(2026, 3, 1), datetime.min.replace(tzinfo=timezone(14 * HOUR)), datetime.max.replace(tzinfo=UTC)],  # noqa: DTZ001
)
def test_moments_without_a_zone_or_outside_of_living_memory_are_refused(at: datetime) -> None:
    with pytest.raises(InvalidInput):
        an_application(status=S.APPLIED, applied_at=at)
    with pytest.raises(InvalidInput):
        an_application(next_action_at=at)


def test_a_clock_that_is_a_little_fast_does_no_harm_to_the_next_step() -> None:
    application = an_application(status=S.APPLIED)
    application.move(S.SCREENING, START, at=START + timedelta(seconds=50))
    application.move(S.INTERVIEW, START + timedelta(seconds=1))
    assert application.last_step_at == START + timedelta(seconds=50)


def test_a_saved_application_has_no_date_of_sending() -> None:
    with pytest.raises(InvalidInput) as refused:
        an_application(applied_at=START)
    assert refused_field(refused) == "applied_at"


@pytest.mark.parametrize("end", [S.REJECTED, S.WITHDRAWN])
def test_reopening_goes_back_to_the_status_before_the_end(end: S) -> None:
    application = an_application(status=S.INTERVIEW)
    application.move(end, START)
    application.reopen(START + DAY)
    assert application.status is S.INTERVIEW
    assert application.version == 3
    last = application.entries[-1]
    assert (last.kind, last.from_status, last.to_status) == (EntryKind.REOPENED, end, S.INTERVIEW)


def test_what_was_entered_as_ended_reopens_to_the_step_that_must_have_been() -> None:
    application = an_application(status=S.ACCEPTED)
    application.reopen(START)
    assert application.status is S.OFFER


def test_only_what_has_ended_can_be_reopened() -> None:
    with pytest.raises(NotEnded):
        an_application(status=S.GHOSTED).reopen(START)


def test_an_edit_that_changes_nothing_is_no_change() -> None:
    application = an_application(notes="ask for the boat", tags=("sea",))
    application.edit(ApplicationChanges(notes=" ask for the boat ", tags=("sea", "SEA"), status=S.SAVED), START + DAY)
    assert (application.version, application.updated_at) == (1, START)


def test_an_edit_may_carry_a_step_and_is_one_change() -> None:
    application = an_application()
    changes = ApplicationChanges(status=S.APPLIED, applied_at=START - DAY, notes="sent by post", archived=True)
    application.edit(changes, START)
    assert (application.status, application.applied_at, application.version) == (S.APPLIED, START - DAY, 2)
    assert [entry.kind for entry in application.entries[1:]] == [EntryKind.NOTES_EDITED, EntryKind.MOVED]
    assert {entry.version for entry in application.entries[1:]} == {2}


def test_an_edit_cannot_skip_the_pipeline() -> None:
    application = an_application()
    with pytest.raises(InvalidTransition):
        application.edit(ApplicationChanges(status=S.OFFER, notes="hopeful"), START)
    assert (application.status, application.details.notes, application.version) == (S.SAVED, "", 1)


def test_a_stage_label_names_one_stage_only() -> None:
    application = an_application(status=S.INTERVIEW, stage_label="Second round")
    application.move(S.OFFER, START)
    assert application.details.stage_label is None
    application.edit(ApplicationChanges(status=S.ACCEPTED, stage_label="Signed"), START)
    assert application.details.stage_label == "Signed"


def test_the_date_of_sending_can_be_corrected() -> None:
    application = an_application()
    application.move(S.APPLIED, START)
    application.edit(ApplicationChanges(applied_at=START - 5 * DAY), START)
    assert view_of(application, START).days_in_status == 5
    last = application.entries[-1]
    assert (last.kind, last.at, last.to_status) == (EntryKind.APPLIED_AT_CORRECTED, START - 5 * DAY, None)


@pytest.mark.parametrize("sent_at", [None, START - HOUR, START + DAY])
def test_the_date_of_sending_is_neither_cleared_nor_put_after_a_later_step(sent_at: datetime | None) -> None:
    application = an_application(status=S.APPLIED, applied_at=START - 3 * DAY)
    application.move(S.SCREENING, START, at=START - DAY)
    with pytest.raises(InvalidInput) as refused:
        application.edit(ApplicationChanges(applied_at=sent_at), START)
    assert refused_field(refused) == "applied_at"


def test_what_was_never_sent_gets_no_date_of_sending_by_an_edit() -> None:
    application = an_application()
    application.move(S.WITHDRAWN, START)
    with pytest.raises(InvalidInput):
        application.edit(ApplicationChanges(applied_at=START), START)


def test_a_timeline_tells_that_long_notes_were_written_without_keeping_them_twice() -> None:
    application = an_application()
    application.edit(ApplicationChanges(notes="n" * 20_000), START)
    entry = application.entries[-1]
    assert entry.note is not None
    assert len(entry.note) == 280
    assert entry.data == {"characters": 20_000}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "t" * 301),
        ("company", " "),
        ("company", "Tulip\0"),
        ("url", "ftp://example.org"),
        ("notes", "n" * 20_001),
        ("stage_label", "l" * 101),
        ("source", "\0"),
        ("salary_expectation", SalaryExpectation(currency="EUR")),
        ("salary_expectation", SalaryExpectation(min=float("nan"), currency="EUR")),
        ("salary_expectation", SalaryExpectation(min=2, max=1, currency="EUR")),
        ("salary_expectation", SalaryExpectation(min=1, currency="euros")),
        ("tags", ("x" * 51,)),
    ],
)
def test_what_does_not_fit_is_refused_by_name_on_entering_and_on_editing(
    field: str,
    value: Any,
) -> None:
    with pytest.raises(InvalidInput) as refused:
        an_application(**{field: value})
    assert refused_field(refused) == field
    with pytest.raises(InvalidInput) as refused:
        an_application().edit(ApplicationChanges(**{field: value}), START)
    assert refused_field(refused) == field


def test_a_caller_who_saw_another_version_is_refused() -> None:
    application = an_application()
    application.require_version(None)
    application.require_version(1)
    with pytest.raises(PreconditionFailed):
        application.require_version(2)


def test_edits_take_their_values() -> None:
    application = an_application()
    wanted = SalaryExpectation(min=50_000, max=60_000, currency="eur")
    changes = ApplicationChanges(
        title=" Head gardener ",
        url="https://tulip.example",
        priority=ApplicationPriority.HIGH,
        salary_expectation=wanted,
        next_action_at=START.astimezone(timezone(5 * HOUR)),
    )
    application.edit(changes, START)
    details = application.details
    assert (details.title, details.url, details.priority) == ("Head gardener", "https://tulip.example", "high")
    assert details.salary_expectation == SalaryExpectation(min=50_000, max=60_000, currency="EUR")
    assert details.next_action_at == START
    assert details.next_action_at.tzinfo is UTC
