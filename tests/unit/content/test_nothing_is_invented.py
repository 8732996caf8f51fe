"""Whatever the profile and the job, the writer says nothing that stands in neither."""

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from careercopilot.modules.content.api.models import Length, Tone
from careercopilot.modules.content.domain.letter import Style, laid_out
from careercopilot.modules.content.domain.letter_writer import write_letter
from careercopilot.modules.content.domain.material import Candidate, Opening
from careercopilot.modules.content.domain.phrases import LANGUAGES, wording
from tests.support.letters import words_at

_SKILLS = ["Python", "C", "C++", "C#", ".NET", "Node.js", "Go", "SAP FI", "Excel", "R", "ЖЗЛ", "Łódź 2", "{0}", "a(b"]
_visible = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
_line = st.text(_visible, min_size=1, max_size=40).map(str.strip).filter(bool)
_phrase = st.one_of(_line, st.sampled_from(_SKILLS), st.sampled_from(["Leeds", "Leeds, UK", "York", "Engineer"]))
_phrases = st.lists(_phrase, max_size=6, unique_by=str.casefold).map(tuple)
_words = st.lists(st.one_of(st.sampled_from([*_SKILLS, "\n", "\n- ", ". ", "Tasks\n", "with"]), _line), max_size=30)
_ways = st.sampled_from([None, "remote", "hybrid", "onsite", "any"])

candidates = st.builds(
    Candidate,
    full_name=_line,
    headline=st.none() | _line,
    locations=_phrases,
    remote_preference=_ways,
    target_titles=_phrases,
    skills=_phrases,
)
openings = st.builds(
    Opening,
    source=st.sampled_from(["job", "application"]),
    title=st.one_of(_phrase, _phrase.map(lambda title: f"{title} (m/w/d)")),
    company=st.one_of(st.just(""), _line),
    locations=_phrases,
    remote=_ways,
    description=_words.map(" ".join),
)
styles = st.builds(
    Style, tone=st.sampled_from(Tone), length=st.sampled_from(Length), language=st.sampled_from([*LANGUAGES])
)


@settings(max_examples=120, deadline=None)
@given(candidates, openings, styles)
def test_every_claim_is_supported_by_words_that_stand_where_the_evidence_says(
    candidate: Candidate, opening: Opening, style: Style
) -> None:
    for sentence in write_letter(candidate, opening, style).sentences:
        assert sentence.included
        assert sentence.claims
        for claim in sentence.claims:
            assert claim.supported
            assert claim.text in sentence.text
            assert claim.evidence
            assert all(words_at(evidence, candidate, opening) == evidence.text for evidence in claim.evidence)


@settings(max_examples=120, deadline=None)
@given(candidates, openings, styles)
def test_what_is_in_no_sentence_of_ours_is_in_the_evidence(
    candidate: Candidate, opening: Opening, style: Style
) -> None:
    for sentence in write_letter(candidate, opening, style).sentences:
        rest = sentence.text
        texts = {evidence.text for claim in sentence.claims for evidence in claim.evidence}
        for text in sorted(texts, key=len, reverse=True):
            rest = rest.replace(text, " ")
        unknown = {word for word in re.findall(r"\w+", rest) if word[:1].isupper() or not word.isalpha()}
        # Evidence such as ``C`` may have been taken out of the middle of our own words: these are no whole words then.
        assert {word for word in unknown if word not in _our_words(style) and not _torn(word, texts)} == set()


def _torn(word: str, texts: set[str]) -> bool:
    return any(len(text) <= len("Leeds") or word in text for text in texts) and not any(c.isdigit() for c in word)


@cache
def _our_words(style: Style) -> frozenset[str]:
    words = vars(wording(style.language, style.tone)).values()
    return frozenset(re.findall(r"\w+", " ".join(map(str, words))))


@settings(max_examples=50, deadline=None)
@given(candidates, openings, styles)
def test_the_same_facts_give_the_same_letter(candidate: Candidate, opening: Opening, style: Style) -> None:
    once, again = (write_letter(candidate, opening, style) for _ in range(2))
    assert laid_out(once.sentences) == laid_out(again.sentences)
