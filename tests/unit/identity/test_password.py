import secrets

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.identity.domain.password import LONGEST, SHORTEST, accepted


def refusal(password: str, *personal: str) -> str | None:
    try:
        accepted(password, personal)
    except InvalidInput as error:
        return str(error.details["reason"])
    return None


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "kJ8#mQ2$vL",
        "ein Pferd frisst Gurken",
        "пароль не для всех",
        "🦊 foxes run at night",
        "a" * 5 + "bcmnqpy" * 3,
    ],
)
def test_a_good_password_is_taken(password: str) -> None:
    assert refusal(password) is None


@pytest.mark.parametrize(
    "password",
    [
        "password12",
        "Password123!",
        "P@ssw0rd2024",
        "passwordpassword",
        "1234567890",
        "0987654321",
        "qwertyuiop",
        "poiuytrewq",
        "1qaz2wsx3edc",
        "aaaaaaaaaa",
        "abababababab",
        "abcabcabcabc",
        "abcdefghij",
        "letmein12345",
        "Welcome2024!",
        "2023-2024-2025",
        "dragon!!dragon",
    ],
)
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    assert "guess" in str(refusal(password))


def test_ones_own_name_or_address_with_a_number_is_refused() -> None:
    assert "guess" in str(refusal("Lovelace1985!", "Ada", "Lovelace"))
    assert "guess" in str(refusal("ada@example.org", "ada@example.org"))


def test_a_short_personal_word_does_not_spoil_a_long_password() -> None:
    assert refusal("banana tree wonders", "an", "ban") is None


def test_accents_typed_in_two_ways_make_the_same_password() -> None:
    assert accepted("café café lumière") == accepted("cafe\u0301 cafe\u0301 lumie\u0300re")


@pytest.mark.parametrize("password", ["correct horse\x00battery", "correct horse\nbattery", "correct \ud800 battery"])
def test_control_characters_are_refused(password: str) -> None:
    assert "control" in str(refusal(password))


@given(st.text(max_size=SHORTEST - 1) | st.text(min_size=LONGEST + 1, max_size=LONGEST * 2, alphabet="abcXYZ 0189ß"))
def test_length_is_between_10_and_128(password: str) -> None:
    assert "characters" in str(refusal(password))


@given(st.text(), st.lists(st.text(max_size=20), max_size=3))
@example("\u0130" * 12, ["\u0130" * 4])
def test_every_text_is_taken_or_refused_with_a_reason(password: str, personal: list[str]) -> None:
    refusal(password, *personal)


@given(
    st.sampled_from(["password", "letmein", "welcome", "iloveyou"]), st.sampled_from(["1234", "2019", "1990", "!!!"])
)
def test_a_well_known_word_with_a_well_known_ending_is_refused(word: str, ending: str) -> None:
    for form in (word, word.upper(), word.title(), word.replace("o", "0")):
        assert refusal((form + ending).ljust(SHORTEST, "!")) is not None


def test_random_passwords_are_taken() -> None:
    for _ in range(200):
        assert refusal(secrets.token_urlsafe(16)) is None
