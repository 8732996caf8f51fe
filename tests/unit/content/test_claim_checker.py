"""What a model says is held against the facts that it cites."""

import pytest

from careercopilot.modules.content.api.models import Evidence
from careercopilot.modules.content.domain.claim_checker import check
from careercopilot.modules.content.domain.letter_answer import Drafted

FACTS = (
    Evidence("profile", "headline", "Backend engineer, 6 years with Python"),
    Evidence("profile", "skills[0]", "Python"),
    Evidence("profile", "skills[1]", "C++"),
    Evidence("job", "title", "Backend Engineer"),
    Evidence("job", "company", "Wren & Daughters"),
    Evidence("job", "description_text", "Several years of experience with Kafka and Kubernetes", (10, 63)),
    Evidence("job", "description_text", "A degree from Oxford is welcome", (70, 101)),
    Evidence("profile", "skills[2]", "Buchhaltung"),
)
ALL = tuple(range(1, len(FACTS) + 1))


def unsupported(text: str, *cited: int, language: str = "en") -> list[str]:
    line = check(Drafted(text, cited), FACTS, language)
    assert line.supported == all(claim.supported for claim in line.claims)
    assert line.text == text
    return [claim.text for claim in line.claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("I can bring Python to your team.", (2,)),
        ("My skills include Python and C++.", (2, 3)),
        ("As a Backend engineer with 6 years of Python, I know what breaks.", (1, 2)),
        ("At Wren & Daughters I would use Python.", (2, 5)),
        ("You ask for several years of experience with Kafka.", (6,)),
        ("Where you write “experience with Kafka”, I can offer Python.", (2, 6)),
    ],
)
def test_what_stands_in_the_cited_facts_is_supported(text: str, cited: tuple[int, ...]) -> None:
    assert unsupported(text, *cited) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("I have used Python for 12 years.", "12"),
        ("I used Python at Google.", "Google"),
        ("Google taught me Python.", "Google"),
        ("I know Python and Kafka.", "Kafka"),
        ("I know Python and AWS.", "AWS"),
        ("I hold a PhD and know Python.", "PhD"),
        ("I have a degree and know Python.", "degree"),
        ("I graduated and know Python.", "graduated"),
        ("I worked with Python at a bank.", "worked"),
        ("I am an expert in Python.", "expert"),
        ("I am passionate about Python.", "passionate"),
        ("Ten of us used Python.", "Ten"),
        ("Read about my Python at https://evil.example/x.", "https://evil.example/x"),
        ("I wrote “the best Python there is”.", "the best Python there is"),
        ("The candidate studied Python.", "studied"),
        ("i once led people who knew Python.", "led"),
    ],
)
def test_an_invention_is_found_out_whatever_is_cited(text: str, wrong: str) -> None:
    assert wrong in unsupported(text, *ALL)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ich arbeite mit Python bei Siemens.", "Siemens"),
        ("Ich habe lange Erfahrung mit Python.", "Erfahrung"),
        ("Seit zehn Wintern nutze ich Python.", "zehn"),
        ("Ich bringe Python und ein Studium mit.", "Studium"),
        ("Meine Leidenschaft ist Python.", "Leidenschaft"),
    ],
)
def test_inventions_are_found_out_in_german_too(text: str, wrong: str) -> None:
    assert wrong in unsupported(text, *ALL, language="de")


@pytest.mark.parametrize(
    "text", ["In Ihrem Team kann ich Python einbringen.", "Meine Python-Kenntnisse passen zu Ihren Aufgaben."]
)
def test_german_nouns_are_no_names(text: str) -> None:
    assert unsupported(text, 2, language="de") == []


def test_what_a_posting_asks_for_is_nothing_that_the_applicant_has() -> None:
    assert unsupported("I have several years of experience with Kafka.", 6)
    assert unsupported("I am happy to handle experience with brokers.", 6)


def test_a_sentence_that_cites_nothing_is_unsupported_as_a_whole() -> None:
    assert unsupported("I am a good person.") == ["I am a good person."]
    assert unsupported("I am a good person.", 0, -1, 999) == ["I am a good person."]


def test_citing_a_fact_without_saying_it_supports_nothing() -> None:
    assert unsupported("I am a good person.", 2) == ["I am a good person."]


def test_a_claim_points_at_the_fact_and_the_words_that_say_it() -> None:
    line = check(Drafted("I know python well.", (2,)), FACTS, "en")
    assert [(claim.text, claim.evidence) for claim in line.claims] == [("python", (FACTS[1],))]
