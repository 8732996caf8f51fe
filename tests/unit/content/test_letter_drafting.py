"""Asking one model after the other, and the writer at last."""

import json

import pytest

from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.modules.content.api.models import Fallback, Usage
from careercopilot.modules.content.domain.generation import Draft
from careercopilot.modules.content.domain.letter import Style, laid_out
from careercopilot.modules.content.domain.letter_writer import write_letter
from careercopilot.modules.content.handlers import letter_drafting
from careercopilot.modules.content.handlers.letter_drafting import LLM_CALLS, LLM_SECONDS, LetterDrafting
from careercopilot.modules.content.ports.text_model import (
    ModelOverloaded,
    ModelPrompt,
    ModelRejected,
    ModelTimeout,
    ModelUnavailable,
    ModelUnreadable,
)
from careercopilot.modules.content.ports.text_models import FAILURES, REST, TextModels
from tests.support.clock import FixedClock
from tests.support.letters import ScriptedModel, a_candidate, an_opening

GOOD = json.dumps({"sentences": [{"text": "Python is what I can bring.", "facts": [2], "paragraph": 1}]})
LIES = json.dumps({"sentences": [{"text": "I led Python at Google.", "facts": [2], "paragraph": 1}]})


class Desk:
    """The models of one test, and what was counted."""

    def __init__(self, *models: ScriptedModel) -> None:
        self.clock, self.metrics = FixedClock(), MemoryMetrics()
        self.drafting = LetterDrafting(TextModels(models), self.clock, self.metrics)

    async def draft(self) -> Draft:
        return await self.drafting.draft(a_candidate(), an_opening(), Style())

    def count(self, provider: str, outcome: str) -> int:
        return self.metrics.counts[LLM_CALLS.name, provider, outcome]


async def test_without_a_model_the_writer_writes() -> None:
    draft = await Desk().draft()
    assert draft == Draft(write_letter(a_candidate(), an_opening(), Style()), "writer", "sentences-and-facts")


async def test_the_first_model_that_gives_a_usable_letter_wrote_it() -> None:
    one, two = ScriptedModel("one", GOOD), ScriptedModel("two")
    desk = Desk(one, two)
    draft = await desk.draft()
    assert (draft.provider, draft.model, draft.usage, draft.fallbacks) == ("one", "scripted-1", Usage(10, 5), ())
    text = laid_out(draft.letter.sentences)
    assert text.startswith("Dear Wren & Daughters team,")
    assert "\n\nPython is what I can bring.\n\n" in text
    assert text.endswith("Kind regards,\nRobin Example")
    assert one.outcomes == ["ok"]
    assert desk.count("one", "ok") == 1
    assert len(desk.metrics.measured[LLM_SECONDS.name, "one"]) == 1


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (ModelTimeout(), "timeout"),
        (TimeoutError(), "timeout"),
        (ModelUnavailable(), "unavailable"),
        (ModelRejected(), "rejected"),
        (ModelOverloaded(), "rate_limited"),
        (ModelUnreadable(), "nonsense"),
        ("I would rather not.", "nonsense"),
        (LIES, "unsupported"),
    ],
)
async def test_whatever_goes_wrong_the_next_one_is_asked(step: str | Exception, reason: str) -> None:
    one, two = ScriptedModel("one", step), ScriptedModel("two", GOOD)
    desk = Desk(one, two)
    draft = await desk.draft()
    assert (draft.provider, draft.fallbacks) == ("two", (Fallback("one", reason),))
    assert one.outcomes == [reason]
    assert desk.count("one", reason) == 1


async def test_when_all_fail_the_writer_writes_and_what_was_spent_is_told() -> None:
    draft = await Desk(ScriptedModel("one", LIES), ScriptedModel("two", ModelTimeout())).draft()
    assert draft.letter == write_letter(a_candidate(), an_opening(), Style())
    assert (draft.provider, draft.usage) == ("writer", Usage(10, 5))
    assert draft.fallbacks == (Fallback("one", "unsupported"), Fallback("two", "timeout"))


async def test_a_lie_among_truths_is_listed_and_kept_out() -> None:
    truth_and_lie = {"sentences": [*json.loads(GOOD)["sentences"], *json.loads(LIES)["sentences"]]}
    draft = await Desk(ScriptedModel("one", json.dumps(truth_and_lie))).draft()
    lie = next(sentence for sentence in draft.letter.sentences if "Google" in sentence.text)
    assert not lie.included
    assert [(claim.text, claim.supported) for claim in lie.claims] == [
        ("Python", True),
        ("led", False),
        ("Google", False),
    ]
    assert "Google" not in laid_out(draft.letter.sentences)


async def test_a_provider_that_failed_three_times_is_passed_over_until_it_has_rested() -> None:
    one = ScriptedModel("one", *[ModelTimeout() for _ in range(FAILURES)], GOOD, GOOD)
    desk = Desk(one)
    for _ in range(FAILURES):
        assert (await desk.draft()).fallbacks == (Fallback("one", "timeout"),)
    assert (await desk.draft()).fallbacks == (Fallback("one", "skipped"),)
    assert len(one.asked) == FAILURES
    desk.clock.advance(REST)
    assert [(await desk.draft()).provider for _ in range(2)] == ["one", "one"]


async def test_lies_and_nonsense_do_not_shut_a_provider_out_for_everybody() -> None:
    """A posting can make a model talk nonsense; that is no reason to take it away from other people."""
    one = ScriptedModel("one", *["nonsense", LIES] * FAILURES, GOOD)
    desk = Desk(one)
    for _ in range(2 * FAILURES):
        await desk.draft()
    assert (await desk.draft()).provider == "one"


async def test_all_models_together_have_half_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_drafting, "PATIENCE", 0.0)
    one = ScriptedModel("one", GOOD)
    assert (await Desk(one).draft()).fallbacks == (Fallback("one", "skipped"),)
    assert one.asked == []


async def test_the_prompt_is_bounded_and_holds_neither_name_nor_address() -> None:
    asked: list[ModelPrompt] = []

    def listen(prompt: ModelPrompt) -> str:
        asked.append(prompt)
        return GOOD

    long = an_opening(description="\n".join(f"- Duty number {n} of very many" for n in range(50_000)))
    candidate = a_candidate(skills=tuple(f"Skill {n}" for n in range(200)))
    await Desk(ScriptedModel("one", listen)).drafting.draft(candidate, long, Style())
    assert len(asked[0].material) < 20_000
    assert "Robin" not in asked[0].material + asked[0].instructions
    assert asked[0].material not in repr(asked[0])
