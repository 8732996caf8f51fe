"""The lines of a description that are fit to be quoted, and where they stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercopilot.modules.content.domain.material import LONGEST_DESCRIPTION

SHORTEST, LONGEST = 12, 140
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BULLET = re.compile(r"[\s\ufeff\u200b]*(?:[-*+•·●○■□▪▫◦➢►✓\u2013\u2014][\s\ufeff\u200b]+)+")
_OUTER = re.compile(r"^[\s\ufeff\u200b]+|[\s\ufeff\u200b.,;:!]+$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ“„\"])")
_TASKS = re.compile(
    r"\b(you['\u2019]?(?:ll| will)? do|responsibilit|tasks|duties|your role|the role|aufgaben|tätigkeit|verantwortung)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60


@dataclass(frozen=True)
class Line:
    """A line, without its bullet and its last full stop; ``task`` if it stands in a list of what there is to do."""

    start: int
    end: int
    text: str
    task: bool = False


def quotable_lines(description: str) -> list[Line]:
    """Return list entries and sentences that are neither too short nor too long to be quoted."""
    return [line for line in _lines(description[:LONGEST_DESCRIPTION]) if _fits(line.text)]


def _fits(text: str) -> bool:
    return SHORTEST <= len(text) <= LONGEST and text.isprintable() and not set(text) & set('“”„"«»')


def _lines(description: str) -> Iterator[Line]:
    tasks = False
    for raw in _LINE.finditer(description):
        bullet = _BULLET.match(raw.group())
        if bullet is None and len(raw.group().strip()) <= _LONGEST_HEADING:
            tasks = bool(_TASKS.search(raw.group()))
        start = raw.start() + (bullet.end() if bullet else 0)
        for begin, end in _sentences(description, start, raw.end()):
            yield _trimmed(description, begin, end, task=tasks and bullet is not None)


def _sentences(description: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _SENTENCE_END.finditer(description, start, end):
        yield begin, stop.start()
        begin = stop.end()
    yield begin, end


def _trimmed(description: str, start: int, end: int, *, task: bool) -> Line:
    text = description[start:end]
    head, tail = 0, len(text)
    for outer in _OUTER.finditer(text):
        if outer.start() == 0:
            head = outer.end()
        else:
            tail = outer.start()
    return Line(start + head, start + max(head, tail), text[head:tail], task)
