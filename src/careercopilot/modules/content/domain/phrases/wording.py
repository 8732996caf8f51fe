"""What a wording consists of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Sentences with gaps for facts; nothing but the gaps says anything of the person or the opening."""

    subject: str | None
    salutation: str
    salutation_to_nobody: str
    application: str
    application_to_nobody: str
    headline: str
    wanted_title: str
    one_shared: str
    several_shared: str
    quotes: tuple[str, ...]
    one_skill: str
    several_skills: str
    further_skills: str
    task: str
    wanted_place: str
    arrangements: Mapping[str, str]
    thanks: str
    closing: str
    farewell: str
    conjunction: str

    def listed(self, texts: Sequence[str]) -> str:
        """Return the texts as one enumeration."""
        *most, last = texts
        return f"{', '.join(most)} {self.conjunction} {last}" if most else last
