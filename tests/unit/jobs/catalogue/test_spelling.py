"""Typing errors and what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.domain.search_text import SearchQuery, Term, parse_query
from careercopilot.modules.jobs.domain.spelling import correctable, corrected, distance, nearest, similarity

WORDS = st.text("abcd", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("python", "python", 0),
        ("pyhton", "python", 1),
        ("pythn", "python", 1),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == slips


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_zero_for_equals_alone(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


@given(WORDS, WORDS)
def test_similarity_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) == similarity(other, one) <= 1
    assert similarity(one, one) == 1


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("pyhton", ["pylon", "python", "phyton"], "phyton"),
        ("enginee", ["engine", "engineer"], "engineer"),
        ("kuberntes", ["kubernetes", "kuber"], "kubernetes"),
        ("developper", ["developer", "development"], "developer"),
        ("java", ["jawa", "lava"], "jawa"),
        ("zzzz", ["python"], None),
        ("data", [], None),
        ("same", ["same"], None),
    ],
)
def test_the_likeliest_word_is_meant(word: str, candidates: list[str], meant: str | None) -> None:
    assert nearest(word, candidates) == meant


def test_only_single_wanted_words_of_some_length_are_doubted() -> None:
    query = parse_query('senir sql "machne learning" 20255 -pyhton')

    assert correctable(query) == ("senir",)
    assert corrected(query, {"senir": "senior", "machne": "machine"}) == SearchQuery(
        (Term(("senior",)), Term(("sql",)), Term(("machne", "learning")), Term(("20255",))), (Term(("pyhton",)),)
    )
