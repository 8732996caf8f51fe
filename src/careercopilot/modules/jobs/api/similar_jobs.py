"""Jobs like another one, and the state of what finds them."""

from dataclasses import dataclass
from typing import Final, Literal

from careercopilot.modules.jobs.api.models import JobCard

MOST_SIMILAR: Final = 50


@dataclass(frozen=True)
class SimilarJobs:
    """Open jobs, the likest first. ``by`` says what they were found by, ``reason`` why it was not vectors."""

    jobs: tuple[JobCard, ...]
    by: Literal["vectors", "words"]
    reason: str | None = None


@dataclass(frozen=True)
class VectorBatch:
    """What one batch of the backlog came to.

    ``away`` says why nothing could be done, ``again_after`` in how many seconds it is worth trying again (0: never).
    """

    stored: int = 0
    removed: int = 0
    away: str | None = None
    again_after: int = 0

    @property
    def done(self) -> int:
        """Jobs that wait no longer."""
        return self.stored + self.removed


@dataclass(frozen=True, kw_only=True)
class VectorState:
    """How far the vector store agrees with the catalogue; ``stored`` is None, with the reason, while it is away."""

    embedder: str
    open_jobs: int
    waiting: int
    stored: int | None
    away: str | None = None
