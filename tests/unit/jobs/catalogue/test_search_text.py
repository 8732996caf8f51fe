"""Words as the search sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.domain.search_text import SearchQuery, Term, fold, parse_query

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Senior C++ / C# Developer (.NET)", "senior cplusplus csharp developer dotnet"),
        ("Łódź, Kraków", "łodz krakow"),
        ("Straße", "strasse"),
        ("ﬁne ½", "fine 1 2"),
        ("snake_case  and\ttabs", "snake case and tabs"),
        ("node.js", "node js"),
        ("", ""),
        ("***", ""),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(WORDS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(WORDS, WORDS)
def test_words_fold_alike_wherever_they_stand(one: str, other: str) -> None:
    assert fold(f"{one} {other}").split() == fold(one).split() + fold(other).split()


@given(WORDS)
def test_folded_text_is_words_with_one_space_between(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(c == " " or c.isalnum() for c in folded)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("python sql", SearchQuery((Term(("python",)), Term(("sql",))))),
        ('"machine learning" -sales', SearchQuery((Term(("machine", "learning")),), (Term(("sales",)),))),
        ('-"cold calls"', SearchQuery((), (Term(("cold", "calls")),))),
        ('"never closed', SearchQuery((Term(("never", "closed")),))),
        ("node.js", SearchQuery((Term(("node", "js")),))),
        ("python Python", SearchQuery((Term(("python",)),))),
        ('- -- "" ***', SearchQuery()),
    ],
)
def test_a_query_is_read(text: str, query: SearchQuery) -> None:
    assert parse_query(text) == query


@given(WORDS)
def test_any_text_can_be_asked(text: str) -> None:
    query = parse_query(text)
    for term in query.wanted + query.unwanted:
        assert term.words
        assert all(fold(word) == word for word in term.words)
    assert len(query.wanted) <= 32


@given(st.lists(WORDS.map(fold).filter(bool), max_size=8))
def test_folded_words_are_wanted_as_they_are(texts: list[str]) -> None:
    words = list(dict.fromkeys(word for text in texts for word in text.split()))[:32]
    assert parse_query(" ".join(words)).wanted == tuple(Term((word,)) for word in words)
