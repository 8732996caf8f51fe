"""Text that people type, checked and tidied in one way everywhere."""

import unicodedata
from collections.abc import Iterable

from careercopilot.kernel.errors import InvalidInput

NAME_LIMIT = 300


def has_control_characters(text: str) -> bool:
    """Say whether the text holds what cannot be seen or stored: controls, line breaks, NUL, lone surrogates."""
    return any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in text)


def one_line(field: str, text: str, limit: int = NAME_LIMIT) -> str:
    """Return the text in NFC without outer whitespace. Raises InvalidInput for an empty, long or broken one."""
    tidy = unicodedata.normalize("NFC", text).strip()
    if not tidy:
        raise InvalidInput(field, "must not be empty")
    if len(tidy) > limit:
        raise InvalidInput(field, f"must have at most {limit} characters")
    if has_control_characters(tidy):
        raise InvalidInput(field, "must not contain control characters")
    return tidy


def distinct_lines(field: str, texts: Iterable[str], limit: int) -> tuple[str, ...]:
    """Return each text once, in the order given; texts that differ only in case are the same."""
    found: dict[str, str] = {}
    for text in texts:
        tidy = one_line(field, text)
        found.setdefault(tidy.casefold(), tidy)
    if len(found) > limit:
        raise InvalidInput(field, f"must have at most {limit} entries")
    return tuple(found.values())
