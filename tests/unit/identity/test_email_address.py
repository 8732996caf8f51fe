import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.identity.domain.email_address import EmailAddress


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ada@example.org", "ada@example.org"),
        ("  Ada.Lovelace@Example.ORG \n", "Ada.Lovelace@example.org"),
        ("ada+jobs@mail.example.org", "ada+jobs@mail.example.org"),
        ("zoë@example.org", "zoë@example.org"),
        ("zoe\u0308@example.org", "zoë@example.org"),
        ("ada@müller.example", "ada@xn--mller-kva.example"),
        ("admin@localhost", "admin@localhost"),
        ("o'hara@example.org", "o'hara@example.org"),
    ],
)
def test_an_address_is_kept_in_one_spelling(typed: str, address: str) -> None:
    assert EmailAddress.parse(typed).address == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@@example.org",
        "a da@example.org",
        "ada@exam ple.org",
        "ada\x00@example.org",
        "ada@example.org\x00",
        "ada\r\nBcc: everybody@example.org",
        "ada\u200b@example.org",
        "ada\u202egro.elpmaxe@example.org",
        "ada\ud800@example.org",
        "<ada@example.org>",
        '"ada"@example.org',
        ".ada@example.org",
        "ada.@example.org",
        "a..da@example.org",
        "ada@.example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@example_one.org",
        "ada@127.0.0.1",
        "ada@[127.0.0.1]",
        "a" * 65 + "@example.org",
        "ada@" + "e" * 64 + ".org",
        "ada@" + "example." * 40 + "org",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        EmailAddress.parse(typed)
    assert refused.value.details["field"] == "email"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada@example.org", "ADA@EXAMPLE.ORG"),
        ("Zoë@example.org", "ZOE\u0308@example.org"),
        ("ada@Müller.example", "ada@xn--mller-kva.example"),
    ],
)
def test_two_spellings_of_one_address_are_the_same(one: str, other: str) -> None:
    assert EmailAddress.parse(one).key == EmailAddress.parse(other).key


@given(st.text(max_size=300))
def test_any_text_is_an_address_or_refused(typed: str) -> None:
    try:
        parsed = EmailAddress.parse(typed)
    except InvalidInput:
        return
    assert EmailAddress.parse(parsed.address) == parsed


@given(st.emails())
def test_parsing_what_was_parsed_changes_nothing(typed: str) -> None:
    try:
        parsed = EmailAddress.parse(typed)
    except InvalidInput:
        return
    assert EmailAddress.parse(parsed.address) == parsed
    assert len(parsed.address) <= 254
