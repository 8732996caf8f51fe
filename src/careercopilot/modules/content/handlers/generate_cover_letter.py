"""Writing a cover letter for an opening."""

from dataclasses import replace
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.modules.content.api.models import CoverLetterWish, GenerationView
from careercopilot.modules.content.domain.generation import Draft, Generation
from careercopilot.modules.content.domain.hints import language_unavailable
from careercopilot.modules.content.domain.letter import Style
from careercopilot.modules.content.domain.letter_language import language_for
from careercopilot.modules.content.handlers.generation_keeping import GenerationKeeping
from careercopilot.modules.content.handlers.letter_drafting import LetterDrafting
from careercopilot.modules.content.handlers.letter_material import LetterMaterial


class GenerateCoverLetterHandler:
    """Reads, lets write, and only then opens the transaction: a model may take half a minute."""

    def __init__(
        self, material: LetterMaterial, drafting: LetterDrafting, keeping: GenerationKeeping, clock: Clock
    ) -> None:
        self._material = material
        self._drafting = drafting
        self._keeping = keeping
        self._clock = clock

    async def __call__(self, user_id: UUID, wish: CoverLetterWish) -> GenerationView:
        candidate, opening = await self._material.gather(user_id, wish)
        await self._keeping.demand_room(user_id)
        language, missing = language_for(wish.language, opening.language, candidate.locale)
        style = Style(wish.tone, wish.length, language)
        draft = await self._drafting.draft(candidate, opening, style)
        if missing is not None:
            draft = _with_hint(draft, missing, language)
        generation = Generation.of_letter(new_id(), user_id, wish, opening, style, draft, self._clock.now())
        await self._keeping.keep(generation)
        return generation.view()


def _with_hint(draft: Draft, wanted: str, written: str) -> Draft:
    hints = (*draft.letter.hints, language_unavailable(wanted, written))
    return replace(draft, letter=replace(draft.letter, hints=hints))
