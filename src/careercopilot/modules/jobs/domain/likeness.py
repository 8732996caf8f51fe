"""What makes jobs alike: the words that are compared, and which of the likest are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from careercopilot.modules.jobs.api.models import JobCard
from careercopilot.modules.jobs.domain.search_text import fold

Vector = Sequence[float]

# Of a longer description the end says little more of the work, and costs as much.
_TEXT_LENGTH: Final = 20_000
_OF_ONE_EMPLOYER: Final = 3


@dataclass(frozen=True)
class JobWords:
    """What of a job is compared. Not the employer's name: it would make one employer's openings alike."""

    title: str
    text: str

    @classmethod
    def of(cls, title: str, text: str) -> "JobWords":
        """Take as much of the description as counts."""
        return cls(title, text[:_TEXT_LENGTH])


@dataclass(frozen=True)
class Alike:
    """A job and how much it is like another, 0 to 1."""

    job_id: UUID
    likeness: float


def candidates(limit: int) -> int:
    """Return how many of the likest to look at for so many to show: some are hidden, closed or repetitions."""
    return min(300, 6 * limit + 20)


def varied(cards: Iterable[JobCard], limit: int) -> tuple[JobCard, ...]:
    """Choose what is shown of the likest: an opening once, and of one employer three before the others had their say.

    Employers publish one opening for every place, and repeat themselves in all of them.
    """
    shown: list[JobCard] = []
    crowding: list[JobCard] = []
    openings: set[tuple[str, str]] = set()
    of_employer: dict[str, int] = {}
    for card in cards:
        employer = fold(card.company.name)
        opening = (employer, fold(card.title))
        if opening in openings:
            continue
        openings.add(opening)
        of_employer[employer] = of_employer.get(employer, 0) + 1
        (shown if of_employer[employer] <= _OF_ONE_EMPLOYER else crowding).append(card)
    return tuple((shown + crowding)[:limit])
