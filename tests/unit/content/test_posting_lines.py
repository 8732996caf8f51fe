"""Which lines of a description are quoted, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.content.domain.posting_lines import LONGEST, quotable_lines


def texts(description: str) -> list[str]:
    return [line.text for line in quotable_lines(description)]


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "\u2013 ", "- ● ", "- \ufeff", "  -   "])
def test_a_bullet_and_the_last_full_stop_are_no_part_of_a_line(bullet: str) -> None:
    assert texts(f"{bullet}Mend clocks of all kinds.") == ["Mend clocks of all kinds"]


def test_a_paragraph_is_quoted_by_its_sentences() -> None:
    assert texts("You mend all clocks. You like cats!") == ["You mend all clocks", "You like cats"]


@pytest.mark.parametrize(
    "line", ["Short", "x" * (LONGEST + 1), "Somebody said “tick” to me", "left \u202e right again"]
)
def test_what_cannot_be_quoted_well_is_left_out(line: str) -> None:
    assert texts(f"- {line}") == []


def test_tasks_are_the_entries_of_a_list_that_is_called_so() -> None:
    found = quotable_lines("What you will do\n\n- Mend all the clocks\n\nWhat we offer\n\n- Tea and biscuits daily\n")
    assert [line.text for line in found if line.task] == ["Mend all the clocks"]


@given(
    st.lists(st.sampled_from(["- ", "\n", ". ", "A word", "● ", "Tasks", "\ufeff", "ß", "!"]) | st.text()).map("".join)
)
def test_a_line_stands_where_it_says(description: str) -> None:
    for line in quotable_lines(description):
        assert description[line.start : line.end] == line.text
