"""People who apply, openings, texts that were written, and models that do as a test says."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from careercopilot.kernel.ids import new_id
from careercopilot.modules.content.api.models import CoverLetterWish, Evidence, Usage
from careercopilot.modules.content.domain.generation import Draft, Generation
from careercopilot.modules.content.domain.letter import Style
from careercopilot.modules.content.domain.letter_writer import write_letter
from careercopilot.modules.content.domain.material import Candidate, Opening
from careercopilot.modules.content.ports.text_model import Completion, ModelPrompt
from tests.support.clock import START

DESCRIPTION = """\
Wren & Daughters mends clocks for half the county. You keep the workshop's software running.

What you will do

- Write small services in Python with PostgreSQL
- Talk to clockmakers about what they need
- Keep an eye on the servers with Grafana

What you bring

- Experience with Docker and patience
- Good SQL
"""


def a_candidate(**given: Any) -> Candidate:
    facts: dict[str, Any] = {
        "full_name": "Robin Example",
        "headline": "Backend engineer who likes quiet systems",
        "locations": ("Leeds, UK", "York"),
        "remote_preference": "hybrid",
        "target_titles": ("Backend Engineer",),
        "skills": ("Python", "PostgreSQL", "Docker", "Rust", "C++"),
    }
    return Candidate(**(facts | given))


def an_opening(**given: Any) -> Opening:
    facts: dict[str, Any] = {
        "source": "job",
        "title": "Senior Backend Engineer (f/m/d)",
        "company": "Wren & Daughters",
        "locations": ("Leeds, England",),
        "remote": "hybrid",
        "description": DESCRIPTION,
    }
    return Opening(**(facts | given))


def an_empty_candidate() -> Candidate:
    return Candidate(full_name="Łucja Ż.")


def a_generation(user_id: UUID, now: datetime = START, wish: CoverLetterWish | None = None) -> Generation:
    opening, style = an_opening(), Style()
    draft = Draft(write_letter(a_candidate(), opening, style), "writer", "sentences-and-facts")
    wanted = wish or CoverLetterWish(job_id=new_id())
    return Generation.of_letter(new_id(), user_id, wanted, opening, style, draft, now)


def words_at(evidence: Evidence, candidate: Candidate, opening: Opening) -> str:
    """Return what really stands where the evidence points."""
    name, _, index = evidence.field.rstrip("]").partition("[")
    name = "description" if name == "description_text" else name
    held = getattr(candidate if evidence.source == "profile" else opening, name)
    whole = str(held[int(index)] if index else held)
    return whole if evidence.span is None else whole[slice(*evidence.span)]


class ScriptedModel:
    """A model that answers, or raises, as its script says, once for every request."""

    def __init__(self, provider: str, *script: str | Exception | Callable[[ModelPrompt], str]) -> None:
        self._provider = provider
        self.script = list(script)
        self.asked: list[ModelPrompt] = []
        self.outcomes: list[str] = []

    @property
    def provider(self) -> str:
        return self._provider

    async def complete(self, prompt: ModelPrompt) -> Completion:
        self.asked.append(prompt)
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        text = step if isinstance(step, str) else step(prompt)
        return Completion(text, "scripted-1", Usage(10, 5))

    def note(self, outcome: str) -> None:
        self.outcomes.append(outcome)
