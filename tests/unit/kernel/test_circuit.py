"""Leaving who fails alone for a while."""

from careercopilot.kernel.circuit import Circuit

REST = 60.0
START = 1_000.0
MOMENT = 1.0


def opened() -> Circuit:
    circuit = Circuit(rest=REST, opens_after=3)
    for _ in range(3):
        assert circuit.admits(START)
        circuit.failed(START)
    return circuit


def test_so_many_failures_in_a_row_open_it() -> None:
    assert not opened().admits(START + REST - MOMENT)


def test_the_first_failure_opens_it_unless_more_are_allowed() -> None:
    circuit = Circuit(rest=REST)
    circuit.failed(START)
    assert not circuit.admits(START + REST - MOMENT)


def test_a_success_in_between_starts_the_count_again() -> None:
    circuit = Circuit(rest=REST, opens_after=3)
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


def test_an_outage_is_told_once_at_its_beginning_and_once_at_its_end() -> None:
    circuit = Circuit(rest=REST, opens_after=2)
    told = [circuit.failed(START + second) for second in range(4)]
    assert told == [False, True, False, False]
    assert [circuit.succeeded(), circuit.succeeded()] == [True, False]
