"""The limits of what a person may write, and the form it is kept in."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from careercopilot.kernel.errors import InvalidInput

NAME_LIMIT = 300
LABEL_LIMIT = 100
NOTES_LIMIT = 20_000
URL_LIMIT = 2_048
TAG_LIMIT = 50
TAGS_LIMIT = 30
QUERY_LIMIT = 1_000


def bounded(field: str, value: str, limit: int) -> str:
    """Return the text trimmed, or refuse it."""
    text = value.strip()
    if "\0" in text:
        raise InvalidInput(field, "must not contain NUL characters")
    if len(text) > limit:
        raise InvalidInput(field, f"must be at most {limit} characters")
    return text


def required(field: str, value: str | None, limit: int) -> str:
    """Return a text that may not be empty."""
    text = bounded(field, value or "", limit)
    if not text:
        raise InvalidInput(field, "must not be empty")
    return text


def optional(field: str, value: str | None, limit: int) -> str | None:
    """Return a text, where nothing but white space is None."""
    return None if value is None else bounded(field, value, limit) or None


def web_address(field: str, value: str | None) -> str | None:
    """Return an http or https URL, since it will be shown as a link."""
    url = optional(field, value, URL_LIMIT)
    if url is not None and not _is_web_address(url):
        raise InvalidInput(field, "must be an http or https URL")
    return url


def tag_list(field: str, values: Sequence[str]) -> tuple[str, ...]:
    """Return the tags in the order given, each once whatever its capitals."""
    tags: dict[str, str] = {}
    for value in values:
        tag = required(field, value, TAG_LIMIT)
        tags.setdefault(tag.casefold(), tag)
    if len(tags) > TAGS_LIMIT:
        raise InvalidInput(field, f"must be at most {TAGS_LIMIT} tags")
    return tuple(tags.values())


def _is_web_address(url: str) -> bool:
    if any(character.isspace() or not character.isprintable() for character in url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port != 0
