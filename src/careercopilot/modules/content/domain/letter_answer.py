"""Reading what a model answered. Nothing of it is trusted: not its shape, not its size, not its words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_ANSWER = 64_000
_MOST_SENTENCES = 30
_LONGEST_SENTENCE = 500
_MOST_FACTS = 20


class NonsenseAnswer(Exception):
    """The answer is not what was asked for."""


@dataclass(frozen=True)
class Drafted:
    """A sentence that a model wrote, and the numbers of the facts that it says it rests on."""

    text: str
    facts: tuple[int, ...]
    paragraph: int = 1


def drafted(answer: str) -> list[Drafted]:
    """Return the sentences of an answer, also of one wrapped in prose or a code fence. Raises NonsenseAnswer."""
    start, end = answer.find("{"), answer.rfind("}")
    if len(answer) > LONGEST_ANSWER or start < 0 or end < start:
        raise NonsenseAnswer
    try:
        found = json.loads(answer[start : end + 1])
    except (ValueError, RecursionError):
        raise NonsenseAnswer from None
    sentences = list(_sentences(found))
    if not sentences:
        raise NonsenseAnswer
    return sentences


def _sentences(found: object) -> Iterator[Drafted]:
    listed = found.get("sentences") if isinstance(found, dict) else None
    for row in listed[:_MOST_SENTENCES] if isinstance(listed, list) else ():
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            continue
        text = " ".join(row["text"].split())
        if 0 < len(text) <= _LONGEST_SENTENCE and text.isprintable():
            yield Drafted(text, tuple(_whole(row.get("facts"))), _paragraph(row.get("paragraph")))


def _whole(numbers: object) -> Iterator[int]:
    for number in numbers[:_MOST_FACTS] if isinstance(numbers, list) else ():
        if isinstance(number, int) and not isinstance(number, bool):
            yield number


def _paragraph(number: object) -> int:
    return number if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= _MOST_FACTS else 1
