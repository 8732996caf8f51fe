"""What content takes in and gives out: frozen values, in the shapes of the public contract."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal
from uuid import UUID


class GenerationKind(StrEnum):
    """What was written."""

    COVER_LETTER = "cover_letter"


class GenerationStatus(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"


class Tone(StrEnum):
    """How the reader is addressed."""

    FORMAL = "formal"
    NEUTRAL = "neutral"
    WARM = "warm"


class Length(StrEnum):
    """How much is said."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


@dataclass(frozen=True, kw_only=True)
class CoverLetterWish:
    """What a letter is wanted for, a job or an application, and how it shall sound; ``language`` is a language tag."""

    job_id: UUID | None = None
    application_id: UUID | None = None
    resume_id: UUID | None = None
    tone: Tone = Tone.NEUTRAL
    length: Length = Length.MEDIUM
    language: str | None = None


@dataclass(frozen=True)
class Evidence:
    """Words that a claim rests on, as they stand in ``field`` of the person's profile, the job or the application.

    ``span`` says where in the field they stand, in characters; None when they are the whole of it, or the whole of
    one of its entries.
    """

    source: Literal["profile", "job", "application"]
    field: str
    text: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Claim:
    """A part of a sentence that says something, and what it rests on; without evidence it is not supported."""

    text: str
    supported: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: the ``id`` is its place in the order, ``included`` whether the content has it.

    What holds a claim without support is listed, but left out of the content.
    """

    id: int
    paragraph: int
    text: str
    claims: tuple[Claim, ...]
    included: bool = True


@dataclass(frozen=True)
class Hint:
    """What would make the next text better: a stable code, and a sentence for the person."""

    code: str
    text: str


@dataclass(frozen=True)
class Usage:
    """What a text cost in tokens, failed attempts at it included."""

    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        """Return both together."""
        return Usage(self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens)


NO_USAGE: Final = Usage()


@dataclass(frozen=True)
class Fallback:
    """A provider that was asked before the one that wrote, or passed over, and why its answer was not taken."""

    provider: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class GenerationCard:
    """A written text in a list: what it is and what it was written for, without its words.

    ``provider`` is the one who wrote: a configured model provider, or ``writer``, which needs no model.
    """

    id: UUID
    kind: GenerationKind
    status: GenerationStatus
    job_id: UUID | None
    application_id: UUID | None
    title: str
    company: str
    tone: Tone
    length: Length
    language: str
    provider: str
    model: str
    usage: Usage
    fallbacks: tuple[Fallback, ...]
    version: int
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class GenerationView(GenerationCard):
    """A written text with all its sentences, what each rests on, and what would make it better."""

    content: str
    sentences: tuple[Sentence, ...]
    hints: tuple[Hint, ...]


@dataclass(frozen=True)
class GenerationFilter:
    """Which texts a list holds; what is None does not matter."""

    kind: GenerationKind | None = None
    status: GenerationStatus | None = None
