import pytest

from careercopilot.modules.tracking.api.errors import InvalidTransition
from careercopilot.modules.tracking.api.models import ApplicationStatus
from careercopilot.modules.tracking.domain.pipeline import BEFORE_END, ENDS, TRANSITIONS, check_step

CONTRACT = {
    "saved": "applied rejected withdrawn",
    "applied": "screening interview offer rejected withdrawn ghosted",
    "screening": "interview offer rejected withdrawn ghosted",
    "interview": "offer rejected withdrawn ghosted",
    "offer": "accepted declined rejected withdrawn",
    "accepted": "",
    "declined": "",
    "rejected": "",
    "withdrawn": "",
    "ghosted": "screening interview offer rejected withdrawn",
}


def test_the_table_is_the_contracts() -> None:
    assert {status.value: " ".join(following) for status, following in TRANSITIONS.items()} == CONTRACT


def test_four_statuses_end_an_application() -> None:
    assert set(ENDS) == {"accepted", "declined", "rejected", "withdrawn"}


def test_what_is_entered_at_its_end_comes_back_to_a_step_that_leads_there() -> None:
    assert set(BEFORE_END) == ENDS
    for end, before in BEFORE_END.items():
        assert end in TRANSITIONS[before]


def test_a_step_that_the_table_lacks_is_refused_with_those_it_has() -> None:
    with pytest.raises(InvalidTransition) as refused:
        check_step(ApplicationStatus.OFFER, ApplicationStatus.SCREENING)
    assert refused.value.code == "INVALID_TRANSITION"
    assert refused.value.details == {
        "from": "offer",
        "to": "screening",
        "allowed": ["accepted", "declined", "rejected", "withdrawn"],
    }
