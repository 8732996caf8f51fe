"""The rules of one notification."""

from datetime import UTC, datetime, timedelta

import pytest

from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.domain import notices
from tests.support.clock import START
from tests.support.notifications import a_notification


def test_marking_as_read_twice_keeps_the_first_moment() -> None:
    notification = a_notification(new_id())
    notification.mark(read=True, at=START)
    notification.mark(read=True, at=START + timedelta(hours=1))
    assert notification.read_at == START


def test_what_was_read_can_count_as_unread_again() -> None:
    notification = a_notification(new_id(), read_at=START)
    notification.mark(read=False, at=START)
    assert notification.read_at is None


def test_a_state_that_the_owner_did_not_see_is_refused() -> None:
    notification = a_notification(new_id())
    seen = notification.view()
    notification.demand(seen)
    notification.demand(None)
    notification.mark(read=True, at=START)
    with pytest.raises(PreconditionFailed):
        notification.demand(seen)


@pytest.mark.parametrize(
    ("company", "title"), [("Łódź Works", "Application to Łódź Works recorded"), ("", "Application recorded")]
)
def test_a_submitted_application_is_told_with_what_a_client_needs_to_open_it(company: str, title: str) -> None:
    application_id, job_id, event_id = new_id(), new_id(), new_id()
    notice = notices.application_submitted(
        user_id=new_id(),
        event_id=event_id,
        application_id=application_id,
        job_id=job_id,
        title="Data Engineer",
        company=company,
        applied_at=datetime(2026, 3, 1, tzinfo=UTC),
        now=START,
    )
    assert notice.title == title
    assert notice.body == "Data Engineer, applied on 2026-03-01."
    assert notice.data == {"application_id": str(application_id), "job_id": str(job_id)}
    assert notice.action_url == f"/applications/{application_id}"
    assert notice.source_event_id == event_id
