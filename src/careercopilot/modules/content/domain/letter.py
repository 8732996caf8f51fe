"""A letter as it grows: sentences in paragraphs, each with what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careercopilot.modules.content.api.models import Claim, Evidence, Hint, Length, Sentence, Tone
from careercopilot.modules.content.domain.phrases import wording
from careercopilot.modules.content.domain.phrases.wording import Wording


@dataclass(frozen=True)
class Style:
    """How a letter shall be; ``language`` is one that it can be written in."""

    tone: Tone = Tone.NEUTRAL
    length: Length = Length.MEDIUM
    language: str = "en"

    @property
    def wording(self) -> Wording:
        """The sentences to choose from."""
        return wording(self.language, self.tone)


@dataclass(frozen=True)
class Line:
    """A sentence that has no place in a letter yet."""

    text: str
    claims: tuple[Claim, ...]

    @property
    def supported(self) -> bool:
        """Whether all that it says rests on something."""
        return bool(self.claims) and all(claim.supported for claim in self.claims)


Paragraph = Sequence[Line]


@dataclass(frozen=True)
class Letter:
    """A finished letter, and what would make the next one better."""

    sentences: tuple[Sentence, ...]
    hints: tuple[Hint, ...] = ()


def said(template: str, facts: Mapping[str, Evidence], *more: Evidence) -> Line:
    """Fill the gaps; the whole sentence is one claim that rests on all that filled them, and on ``more``."""
    text = template.format_map({name: fact.text for name, fact in facts.items()})
    return Line(text, (Claim(text, supported=True, evidence=(*facts.values(), *more)),))


def arranged(paragraphs: Iterable[Paragraph]) -> tuple[Sentence, ...]:
    """Give every line its place, and leave empty paragraphs out."""
    filled = [paragraph for paragraph in paragraphs if paragraph]
    placed = [(number, line) for number, paragraph in enumerate(filled, start=1) for line in paragraph]
    return tuple(
        Sentence(place, number, line.text, line.claims, included=line.supported)
        for place, (number, line) in enumerate(placed, start=1)
    )


def laid_out(sentences: Iterable[Sentence]) -> str:
    """Return the text that the included sentences make."""
    paragraphs: dict[int, list[str]] = {}
    for sentence in sentences:
        if sentence.included:
            paragraphs.setdefault(sentence.paragraph, []).append(sentence.text)
    return "\n\n".join(" ".join(texts) for texts in paragraphs.values())
