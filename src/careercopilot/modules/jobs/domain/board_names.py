"""What a board may be called."""

from careercopilot.kernel.errors import InvalidInput

MAX_NAME = 300


def checked_board_name(name: str) -> str:
    """Return the name without outer whitespace. Raises InvalidInput."""
    trimmed = name.strip()
    if not trimmed:
        raise InvalidInput("board", "must not be empty")
    if len(trimmed) > MAX_NAME:
        raise InvalidInput("board", f"must not be longer than {MAX_NAME} characters")
    if not trimmed.isprintable():
        raise InvalidInput("board", "must not hold control characters")
    return trimmed


def checked_company_name(name: str | None) -> str | None:
    """Return the name without outer whitespace, None when nothing is left. Raises InvalidInput."""
    trimmed = (name or "").strip()
    if len(trimmed) > MAX_NAME:
        raise InvalidInput("company_name", f"must not be longer than {MAX_NAME} characters")
    if not trimmed.isprintable():
        raise InvalidInput("company_name", "must not hold control characters")
    return trimmed or None
