"""What counts as a response, an interview and an offer."""

from datetime import timedelta

import pytest

from careercopilot.kernel.ids import new_id
from careercopilot.modules.insights.api.models import ApplicationStatus as S
from careercopilot.modules.insights.api.models import StepKind
from careercopilot.modules.insights.domain.tracked_application import State, Step, TrackedApplication
from tests.support.clock import START


def an_application(*path: S) -> TrackedApplication:
    """Return one that was entered at the first status and took these steps, a day apart."""
    application = TrackedApplication(id=new_id(), user_id=new_id())
    for version, (before, to) in enumerate(zip((None, *path), path, strict=False), 1):
        at = START + timedelta(days=version)
        applied_at = None if to is S.SAVED else START
        state = State(version=version, status=to, since=at, applied_at=applied_at, archived=False)
        application.hear_state(state, None)
        application.hear_step(
            Step(
                application_id=application.id,
                user_id=application.user_id,
                version=version,
                kind=StepKind.MOVED if before else StepKind.CREATED,
                from_status=before,
                to_status=to,
                at=at,
            )
        )
    return application


@pytest.mark.parametrize(
    ("path", "response_on_day", "interview", "offer"),
    [
        ((S.SAVED,), None, False, False),
        ((S.SAVED, S.REJECTED), None, False, False),
        ((S.SAVED, S.APPLIED), None, False, False),
        ((S.APPLIED, S.GHOSTED), None, False, False),
        ((S.APPLIED, S.WITHDRAWN), None, False, False),
        ((S.APPLIED, S.REJECTED), 2, False, False),
        ((S.APPLIED, S.SCREENING, S.REJECTED), 2, False, False),
        ((S.APPLIED, S.GHOSTED, S.INTERVIEW, S.WITHDRAWN), 3, True, False),
        ((S.APPLIED, S.OFFER, S.DECLINED), 2, False, True),
        ((S.APPLIED, S.INTERVIEW, S.OFFER, S.REJECTED), 2, True, True),
        ((S.ACCEPTED,), 1, False, True),
        ((S.SAVED, S.REJECTED, S.SAVED, S.APPLIED), None, False, False),
    ],
)
def test_what_was_reached_counts(
    path: tuple[S, ...], response_on_day: int | None, *, interview: bool, offer: bool
) -> None:
    application = an_application(*path)
    expected = None if response_on_day is None else START + timedelta(days=response_on_day)
    assert application.first_response_at == expected
    assert (application.interview, application.offer) == (interview, offer)


def test_the_highest_version_says_how_it_stands() -> None:
    application = an_application(S.APPLIED, S.SCREENING)
    older = State(version=1, status=S.SAVED, since=START, applied_at=None, archived=True)
    application.hear_state(older, None)
    assert application.state is not None
    assert (application.version, application.state.status) == (2, S.SCREENING)


def test_a_deletion_wins_over_what_is_heard_late() -> None:
    application = an_application(S.APPLIED, S.OFFER)
    application.delete(3)
    gone = TrackedApplication(id=application.id, user_id=application.user_id, version=3, deleted=True)
    assert application == gone
    late = an_application(S.APPLIED, S.OFFER)
    assert late.state is not None
    application.hear_state(late.state, new_id())
    application.hear_creation(START)
    application.hear_opening(is_open=True)
    assert application == gone
