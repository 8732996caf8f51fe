"""Leaving a failing provider alone for a while."""

from datetime import timedelta

from careercopilot.modules.content.domain.circuit import FAILURES, REST, Circuit
from tests.support.clock import START

MOMENT = timedelta(seconds=1)


def opened() -> Circuit:
    circuit = Circuit()
    for _ in range(FAILURES):
        assert circuit.admits(START)
        circuit.failed(START)
    return circuit


def test_three_failures_in_a_row_open_it() -> None:
    assert not opened().admits(START + REST - MOMENT)


def test_a_success_in_between_starts_the_count_again() -> None:
    circuit = Circuit()
    for _ in range(5):
        circuit.failed(START)
        circuit.failed(START)
        circuit.succeeded()
    assert circuit.admits(START)


def test_after_the_rest_one_may_try_and_the_others_wait_on() -> None:
    circuit = opened()
    assert [circuit.admits(START + REST) for _ in range(3)] == [True, False, False]


def test_a_trial_that_fails_opens_it_again_and_one_that_succeeds_closes_it() -> None:
    circuit = opened()
    assert circuit.admits(START + REST)
    circuit.failed(START + REST)
    assert not circuit.admits(START + REST + MOMENT)
    assert circuit.admits(START + REST + REST)
    circuit.succeeded()
    assert circuit.admits(START + REST + REST)
    assert circuit.admits(START + REST + REST)
