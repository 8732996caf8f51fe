"""Reading what a model answered."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.content.domain.letter_answer import LONGEST_ANSWER, Drafted, NonsenseAnswer, drafted

ROW = {"text": "I know Python.", "facts": [1], "paragraph": 2}


def test_an_answer_as_asked_for_is_read() -> None:
    assert drafted(json.dumps({"sentences": [ROW]})) == [Drafted("I know Python.", (1,), 2)]


@pytest.mark.parametrize("wrapping", ["```json\n%s\n```", "Here you are:\n%s\nGood luck!"])
def test_prose_and_code_fences_around_it_are_forgiven(wrapping: str) -> None:
    assert len(drafted(wrapping % json.dumps({"sentences": [ROW]}))) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "{",
        "}{",
        "{}",
        '{"sentences": "I know Python."}',
        '{"sentences": []}',
        '{"sentences": ["I know Python."]}',
        '{"sentences": [{"facts": [1]}]}',
        '{"sentences": [{"text": ""}]}',
        '{"sentences": [{"text": 7}]}',
        '{"sentences": [{"text": "left \\u202e right"}]}',
        json.dumps({"sentences": [ROW | {"text": "x" * 5_000}]}),
        json.dumps({"sentences": [ROW], "more": "x" * LONGEST_ANSWER}),
        '{"a":' * 50_000 + "}" * 50_000,
        '{"sentences": [{"text": "x", "facts": [' + "9" * 10_000 + "]}]}",
    ],
    ids=range(16),
)
def test_anything_else_is_nonsense(answer: str) -> None:
    with pytest.raises(NonsenseAnswer):
        drafted(answer)


def test_what_is_wrong_in_a_sentence_does_not_harm_the_others() -> None:
    rows = [ROW, {"text": None}, ROW | {"facts": ["one", True, 2.5, 3], "paragraph": -1}, ROW | {"facts": None}]
    assert [sentence.facts for sentence in drafted(json.dumps({"sentences": rows}))] == [(1,), (3,), ()]


@given(
    st.text(max_size=300)
    | st.recursive(
        st.none() | st.text(),
        lambda c: st.lists(c) | st.dictionaries(st.sampled_from(["sentences", "text", "facts"]), c),
    ).map(json.dumps)
)
def test_no_answer_does_any_harm(answer: str) -> None:
    try:
        assert drafted(answer)
    except NonsenseAnswer:
        assert True
