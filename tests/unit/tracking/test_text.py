import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.tracking.domain.text import optional, required, tag_list, web_address


@pytest.mark.parametrize(
    "url",
    ["https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://example.org/%20", "https://bücher.example/ü"],
)
def test_web_addresses_are_taken(url: str) -> None:
    assert web_address("url", f" {url} ") == url


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org",
        "javascript:alert(1)",
        "example.org",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "https://example.org:99999",
        "https://[::1",
        "https://example.org/\u202egpj.exe",
        "https://example.org/" + "a" * 2_048,
        "https://example.org/\0",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        web_address("url", url)
    assert refused.value.details["field"] == "url"


def test_tags_are_trimmed_and_kept_once_in_their_first_spelling() -> None:
    assert tag_list("tags", [" Remote ", "garden", "REMOTE"]) == ("Remote", "garden")


@pytest.mark.parametrize("tags", [[""], ["  "], ["a\0"], ["x" * 51], [f"tag {n}" for n in range(31)]])
def test_tags_beyond_the_limits_are_refused(tags: list[str]) -> None:
    with pytest.raises(InvalidInput):
        tag_list("tags", tags)


def test_thirty_tags_of_fifty_characters_fit() -> None:
    assert len(tag_list("tags", [f"{n:050}" for n in range(30)])) == 30


def test_white_space_alone_is_nothing() -> None:
    assert optional("source", "  ", 10) is None
    with pytest.raises(InvalidInput):
        required("title", " \n ", 10)
