"""The writer that needs no model."""

import re

import pytest

from careercopilot.modules.content.api.models import Length, Sentence, Tone
from careercopilot.modules.content.domain.letter import Letter, Style, laid_out
from careercopilot.modules.content.domain.letter_writer import write_letter
from careercopilot.modules.content.domain.material import Candidate, Opening
from tests.support.letters import a_candidate, an_empty_candidate, an_opening

STYLES = [Style(tone, length, language) for tone in Tone for length in Length for language in ("en", "de")]


def written(candidate: Candidate | None = None, opening: Opening | None = None, style: Style | None = None) -> str:
    return laid_out(letter(candidate, opening, style).sentences)


def letter(candidate: Candidate | None = None, opening: Opening | None = None, style: Style | None = None) -> Letter:
    return write_letter(candidate or a_candidate(), opening or an_opening(), style or Style())


def the_sentence(words: str, found: Letter) -> Sentence:
    return next(sentence for sentence in found.sentences if words in sentence.text)


def test_a_letter_reads_as_a_letter() -> None:
    assert written() == (
        "Dear Wren & Daughters team,\n"
        "\n"
        "I am applying for the position “Senior Backend Engineer” at Wren & Daughters. "
        "In one line, I describe myself as “Backend engineer who likes quiet systems”. "
        "The kind of position I am looking for is Backend Engineer.\n"
        "\n"
        "Your posting names Python, PostgreSQL and Docker, and these are among my skills. "
        "Where you write “Write small services in Python with PostgreSQL”, I can contribute Python and PostgreSQL. "
        "The same goes for “Experience with Docker and patience”: here I bring Docker.\n"
        "\n"
        "I am looking for work in Leeds, and your position is there. "
        "The position is hybrid, and that is how I would like to work.\n"
        "\n"
        "I would welcome a conversation about the position.\n"
        "\n"
        "Kind regards,\n"
        "Robin Example"
    )


def test_a_german_letter_reads_as_one() -> None:
    text = written(style=Style(Tone.FORMAL, Length.SHORT, "de"))
    assert text == (
        "Bewerbung um die Stelle „Senior Backend Engineer“\n"
        "\n"
        "Sehr geehrte Damen und Herren,\n"
        "\n"
        "hiermit bewerbe ich mich bei Wren & Daughters um die ausgeschriebene Stelle „Senior Backend Engineer“.\n"
        "\n"
        "Ihre Ausschreibung nennt Python, PostgreSQL und Docker, und all das gehört zu meinen Kenntnissen.\n"
        "\n"
        "Für ein Vorstellungsgespräch stehe ich Ihnen zur Verfügung.\n"
        "\n"
        "Mit freundlichen Grüßen\n"
        "Robin Example"
    )


def test_a_skill_rests_on_the_profile_and_on_the_words_of_the_posting() -> None:
    opening = an_opening()
    claim = the_sentence("Your posting names", letter(opening=opening)).claims[1]
    own, named = claim.evidence
    assert (claim.text, claim.supported) == ("PostgreSQL", True)
    assert (own.source, own.field, own.text, own.span) == ("profile", "skills[1]", "PostgreSQL", None)
    assert (named.source, named.field, named.text) == ("job", "description_text", "PostgreSQL")
    assert named.span is not None
    assert opening.description[slice(*named.span)] == "PostgreSQL"


def test_an_almost_empty_profile_gives_a_short_honest_letter_and_says_what_would_help() -> None:
    found = letter(an_empty_candidate())
    assert laid_out(found.sentences) == (
        "Dear Wren & Daughters team,\n"
        "\n"
        "I am applying for the position “Senior Backend Engineer” at Wren & Daughters.\n"
        "\n"
        "I would welcome a conversation about the position.\n"
        "\n"
        "Kind regards,\n"
        "Łucja Ż."
    )
    assert [hint.code for hint in found.hints] == ["add_skills", "add_headline"]


def test_skills_that_the_posting_does_not_name_are_not_said_to_be_named() -> None:
    found = letter(a_candidate(skills=("Welding", "Latin")))
    assert the_sentence("Welding", found).text == "My skills include Welding and Latin."
    assert [hint.code for hint in found.hints] == ["no_shared_skill"]


def test_an_application_without_a_job_has_no_description_to_answer_to() -> None:
    opening = Opening(source="application", title="Gardener", company="Tulip & Sons")
    found = letter(opening=opening)
    assert "“Gardener” at Tulip & Sons" in laid_out(found.sentences)
    assert "no_description" in [hint.code for hint in found.hints]
    sources = {evidence.source for s in found.sentences for c in s.claims for evidence in c.evidence}
    assert sources == {"profile", "application"}


def test_an_opening_without_a_company_is_written_to_nobody() -> None:
    text = written(opening=an_opening(company=""))
    assert text.startswith("Dear hiring team,\n\nI am applying for the position “Senior Backend Engineer”. ")


def test_a_remote_position_is_not_said_to_be_in_a_town() -> None:
    text = written(a_candidate(remote_preference="remote"), an_opening(remote="remote"))
    assert "Leeds" not in text
    assert "The position is remote, and that is how I would like to work." in text


@pytest.mark.parametrize("preference", ["any", "onsite", None])
def test_another_way_of_working_is_not_mentioned(preference: str | None) -> None:
    assert "how I would like to work" not in written(a_candidate(remote_preference=preference))


def test_a_longer_letter_says_more() -> None:
    short, medium, long = (len(written(style=Style(length=length))) for length in Length)
    assert short < medium < long


def test_every_tone_and_language_has_words_of_its_own() -> None:
    assert len({written(style=style) for style in STYLES}) == len(STYLES)


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_no_gap_is_left_open(style: Style) -> None:
    assert not re.search(r"[{}]", written(style=style))


def test_braces_in_a_persons_words_stay_as_they_are() -> None:
    assert "“{name} {0}”" in written(a_candidate(headline="{name} {0}"))
