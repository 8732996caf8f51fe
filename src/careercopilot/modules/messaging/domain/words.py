"""Words that come from elsewhere, made fit to be shown."""

_LONGEST_LINE = 300
_JOINER = "\N{ZERO WIDTH JOINER}"  # holds many an emoji together


def one_line(text: str, longest: int = _LONGEST_LINE) -> str:
    """Return the text on one line, without control characters, cut to the length."""
    line = " ".join("".join(c if c.isprintable() or c == _JOINER else " " for c in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
