"""Words as sources write them: what is dropped from every text, and where a text is cut."""

TITLE_LENGTH = 300
DESCRIPTION_LENGTH = 1_000_000
_ELLIPSIS = "…"


def plain(text: str) -> str:
    """Return the text without NUL characters, which Postgres refuses, and without outer whitespace."""
    return text.replace("\x00", "").strip()


def cut(text: str, length: int) -> str:
    """Return at most ``length`` characters; an ellipsis shows that there was more."""
    return text if len(text) <= length else text[: length - 1].rstrip() + _ELLIPSIS


def title(text: str | None) -> str | None:
    """Return a posting's title as the source writes it, or None when nothing is left of it."""
    return cut(plain(text or ""), TITLE_LENGTH) or None


def description(html: str | None) -> str:
    """Return a posting's HTML, cut where it is beyond all reason."""
    return (html or "").replace("\x00", "")[:DESCRIPTION_LENGTH]


def language(tag: str | None) -> str | None:
    """Return the ISO 639-1 code of a language tag such as ``en-GB``."""
    code = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None  # noqa: PLR2004 - the code's length
