"""Finding a skill in a text."""

import pytest

from careercopilot.modules.content.domain.skill_search import find_skill


@pytest.mark.parametrize(
    ("skill", "text"),
    [
        ("Python", "We write python every day"),
        ("Python", "Python-Kenntnisse"),
        ("Python", "Mostly Python."),
        ("C++", "modern C++, please"),
        ("C#", "C# or Java"),
        (".NET", "experience with .NET Core"),
        ("Node.js", "We run Node.js."),
        ("C", "the language C"),
        ("SQL", "(SQL)"),
        ("REST API", "shape REST APIs"),
        ("machine learning", "Machine  Learning engineers"),
        ("Go", "services in Go"),
        ("Jira", "Jira/Confluence"),
        ("Łódź", "in ŁÓDŹ"),
    ],
)
def test_a_skill_is_found_as_a_word_of_its_own(skill: str, text: str) -> None:
    assert find_skill(skill, text) is not None


@pytest.mark.parametrize(
    ("skill", "text"),
    [
        ("C", "C++ and C#"),
        ("C", "Objective-C"),
        ("C++", "C++17x"),
        ("Java", "JavaScript"),
        ("Node", "Node.js"),
        (".NET", "ASP.NET"),
        ("SQL", "PostgreSQL"),
        ("Go", "ready to go further"),
        ("Excel", "you will excel here"),
        ("R", "R&D"),
        ("js", "Vue.js"),
        ("python", "python@example.org"),
    ],
)
def test_a_part_of_another_word_is_no_skill(skill: str, text: str) -> None:
    assert find_skill(skill, text) is None


def test_the_place_is_that_of_the_words_in_the_text() -> None:
    text = "We like REST APIs."
    start, end = find_skill("rest api", text) or (0, 0)
    assert text[start:end] == "REST APIs"
