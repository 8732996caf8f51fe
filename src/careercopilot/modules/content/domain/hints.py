"""What would make the next letter better."""

from collections.abc import Sequence

from careercopilot.modules.content.api.models import Hint
from careercopilot.modules.content.domain.common_ground import SharedSkill
from careercopilot.modules.content.domain.material import Candidate, Opening

_ADD_SKILLS = Hint(
    "add_skills", "Add your skills to your profile: the letter can then say which of them the job names."
)
_NO_SHARED_SKILL = Hint(
    "no_shared_skill",
    "The posting names none of the skills in your profile. If you have some that it asks for, add them.",
)
_ADD_HEADLINE = Hint("add_headline", "Add a headline to your profile: one line that says what you do.")
_NO_DESCRIPTION = Hint(
    "no_description", "There is no job description to answer to. A letter for the job itself can say more."
)


def hints_for(candidate: Candidate, opening: Opening, shared: Sequence[SharedSkill]) -> tuple[Hint, ...]:
    """Return what the profile or the opening lacks."""
    lacks = {
        _ADD_SKILLS: not candidate.skills,
        _NO_SHARED_SKILL: bool(candidate.skills and opening.description.strip() and not shared),
        _ADD_HEADLINE: not candidate.headline,
        _NO_DESCRIPTION: not opening.description.strip(),
    }
    return tuple(hint for hint, true in lacks.items() if true)


def language_unavailable(wanted: str, written: str) -> Hint:
    """Return the hint that the letter is not in the language that was wanted."""
    return Hint("language_unavailable", f"Letters cannot be written in {wanted!r} yet; this one is in {written!r}.")
