"""A text that was written for a person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.content.api.events import GenerationCreated
from careercopilot.modules.content.api.models import (
    NO_USAGE,
    CoverLetterWish,
    Fallback,
    GenerationKind,
    GenerationStatus,
    GenerationView,
    Hint,
    Length,
    Sentence,
    Tone,
    Usage,
)
from careercopilot.modules.content.domain.letter import Letter, Style, laid_out
from careercopilot.modules.content.domain.material import Opening

MOST_KEPT = 1_000
"""Texts of one person."""


@dataclass(frozen=True)
class Draft:
    """A letter, who wrote it, what it cost, and who was asked before in vain."""

    letter: Letter
    provider: str
    model: str
    usage: Usage = NO_USAGE
    fallbacks: tuple[Fallback, ...] = ()


@dataclass(kw_only=True)
class Generation:
    """A draft as it is kept, until its owner throws it away."""

    id: UUID
    user_id: UUID
    kind: GenerationKind
    status: GenerationStatus
    job_id: UUID | None
    application_id: UUID | None
    title: str
    company: str
    tone: Tone
    length: Length
    language: str
    content: str
    sentences: tuple[Sentence, ...]
    hints: tuple[Hint, ...]
    provider: str
    model: str
    usage: Usage
    fallbacks: tuple[Fallback, ...]
    created_at: datetime
    version: int = 1

    @classmethod
    def of_letter(
        cls,
        generation_id: UUID,
        user_id: UUID,
        wish: CoverLetterWish,
        opening: Opening,
        style: Style,
        draft: Draft,
        now: datetime,
    ) -> "Generation":
        """Keep a draft of a cover letter."""
        return cls(
            id=generation_id,
            user_id=user_id,
            kind=GenerationKind.COVER_LETTER,
            status=GenerationStatus.DRAFT,
            job_id=wish.job_id,
            application_id=wish.application_id,
            title=opening.title,
            company=opening.company,
            tone=style.tone,
            length=style.length,
            language=style.language,
            content=laid_out(draft.letter.sentences),
            sentences=draft.letter.sentences,
            hints=draft.letter.hints,
            provider=draft.provider,
            model=draft.model,
            usage=draft.usage,
            fallbacks=draft.fallbacks,
            created_at=now,
        )

    def demand(self, expected_version: int | None) -> None:
        """Raise PreconditionFailed unless this is the version that its owner saw; None expects nothing."""
        if expected_version not in {None, self.version}:
            raise PreconditionFailed

    def created(self) -> GenerationCreated:
        """Return the fact that it was written."""
        return GenerationCreated(
            aggregate_id=self.id,
            aggregate_version=self.version,
            user_id=self.user_id,
            kind=self.kind,
            job_id=self.job_id,
            application_id=self.application_id,
        )

    def view(self) -> GenerationView:
        """Return what its owner sees."""
        seen = {name: value for name, value in vars(self).items() if name != "user_id"}
        return GenerationView(**seen)
