from dataclasses import replace

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.identity.api.models import ProfileChanges, RemotePreference, SalaryExpectation
from careercopilot.modules.identity.domain.profile import Profile

ADA = Profile(
    full_name="Ada Lovelace",
    headline="Analyst of engines",
    locations=("London",),
    remote_preference=RemotePreference.HYBRID,
    skills=("Mathematics",),
    salary_expectation=SalaryExpectation(min=60_000, currency="GBP"),
    timezone="Europe/London",
    locale="en-GB",
)


def test_fields_that_are_not_given_stay() -> None:
    assert ADA.changed(ProfileChanges(headline="Countess")) == replace(ADA, headline="Countess")


def test_none_empties_a_field() -> None:
    emptied = ADA.changed(
        ProfileChanges(
            headline=None, locations=None, remote_preference=None, skills=None, salary_expectation=None, timezone=None
        )
    )
    assert emptied == Profile(full_name="Ada Lovelace", locale="en-GB")


def test_text_is_tidied_and_entries_stand_once() -> None:
    changed = ADA.changed(ProfileChanges(full_name="  Ada King ", skills=(" Python", "SQL ", "python", "Python")))
    assert changed.full_name == "Ada King"
    assert changed.skills == ("Python", "SQL")


@pytest.mark.parametrize(
    ("typed", "tag"), [("de", "de"), ("EN-gb", "en-GB"), ("de_AT", "de-AT"), ("zh-hant-tw", "zh-Hant-TW")]
)
def test_locales_are_written_in_one_way(typed: str, tag: str) -> None:
    assert ADA.changed(ProfileChanges(locale=typed)).locale == tag


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("full_name", ProfileChanges(full_name=None)),
        ("full_name", ProfileChanges(full_name="   ")),
        ("full_name", ProfileChanges(full_name="A" * 301)),
        ("full_name", ProfileChanges(full_name="Ada\x00")),
        ("headline", ProfileChanges(headline="two\nlines")),
        ("locations", ProfileChanges(locations=tuple(f"Place {n}" for n in range(21)))),
        ("locations", ProfileChanges(locations=("",))),
        ("skills", ProfileChanges(skills=("\x1b[31mred",))),
        ("timezone", ProfileChanges(timezone="Mars/Olympus_Mons")),
        ("timezone", ProfileChanges(timezone="../../etc/passwd")),
        ("locale", ProfileChanges(locale="english")),
        ("salary_expectation", ProfileChanges(salary_expectation=SalaryExpectation(currency="EUR"))),
        ("salary_expectation", ProfileChanges(salary_expectation=SalaryExpectation(min=-1, currency="EUR"))),
        ("salary_expectation", ProfileChanges(salary_expectation=SalaryExpectation(min=2, max=1, currency="EUR"))),
        ("salary_expectation", ProfileChanges(salary_expectation=SalaryExpectation(min=float("nan"), currency="EUR"))),
        ("salary_expectation.currency", ProfileChanges(salary_expectation=SalaryExpectation(min=1, currency="€"))),
    ],
)
def test_what_does_not_fit_is_refused_by_name(field: str, changes: ProfileChanges) -> None:
    with pytest.raises(InvalidInput) as refused:
        ADA.changed(changes)
    assert refused.value.details["field"] == field
