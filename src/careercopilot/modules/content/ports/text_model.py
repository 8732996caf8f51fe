"""A language model at some provider. It may be slow, away, wrong or hostile: whoever asks it prepares for all four."""

from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from careercopilot.modules.content.api.models import NO_USAGE, Usage


class ModelError(Exception):
    """A model gave no answer; ``reason`` is a stable code."""

    reason: ClassVar[str]


class ModelTimeout(ModelError):
    """It did not answer in time."""

    reason = "timeout"


class ModelUnavailable(ModelError):
    """It cannot be reached, or is broken."""

    reason = "unavailable"


class ModelRejected(ModelError):
    """It refuses the request as such: a wrong key, an unknown model."""

    reason = "rejected"


class ModelOverloaded(ModelError):
    """It has had too many requests."""

    reason = "rate_limited"


class ModelUnreadable(ModelError):
    """What it sent is not an answer, or longer than any answer may be."""

    reason = "nonsense"


@dataclass(frozen=True)
class ModelPrompt:
    """What a model is told to do, what with, and how much it may answer."""

    instructions: str
    material: str = field(repr=False)
    max_tokens: int


@dataclass(frozen=True)
class Completion:
    """What a model answered, which model it was, and what it counted."""

    text: str = field(repr=False)
    model: str
    usage: Usage = NO_USAGE


class TextModel(Protocol):
    """One model at one provider."""

    @property
    def provider(self) -> str:
        """The provider's name in the settings."""
        ...

    async def complete(self, prompt: ModelPrompt) -> Completion:
        """Answer within the provider's time limit, or raise a ModelError."""
        ...

    def note(self, outcome: str) -> None:
        """Take note of what came of asking it, ``ok`` or a reason: the operator is told whenever that changes."""
        ...
