"""Getting a letter written: the models in their order, and the writer that needs none when all of them fail."""

import asyncio
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

from careercopilot.kernel.circuit import Circuit
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.metrics import Counter, Histogram, Metrics
from careercopilot.modules.content.api.models import NO_USAGE, Fallback, Usage
from careercopilot.modules.content.domain.generation import Draft
from careercopilot.modules.content.domain.letter import Letter, Style
from careercopilot.modules.content.domain.letter_answer import NonsenseAnswer
from careercopilot.modules.content.domain.letter_request import LetterRequest, letter_request
from careercopilot.modules.content.domain.letter_writer import write_letter
from careercopilot.modules.content.domain.material import Candidate, Opening
from careercopilot.modules.content.domain.model_letter import UnsupportedAnswer, model_letter
from careercopilot.modules.content.ports.text_model import (
    Completion,
    ModelError,
    ModelPrompt,
    ModelTimeout,
    ModelUnreadable,
    TextModel,
)
from careercopilot.modules.content.ports.text_models import TextModels

WRITER: Final = "writer"
WRITER_MODEL: Final = "sentences-and-facts"
PATIENCE = 30.0
"""Seconds that all models together have for one letter."""

LLM_CALLS = Counter("llm_calls_total", "Requests to model providers by what came of them.", ("provider", "outcome"))
LLM_SECONDS = Histogram(
    "llm_call_seconds",
    "How long model providers take to answer or to fail.",
    ("provider",),
    buckets=(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0, 20.0, 30.0),
)


@dataclass
class _Attempts:
    """What was tried for one letter."""

    deadline: float
    usage: Usage = NO_USAGE
    fallbacks: list[Fallback] = field(default_factory=list)


class LetterDrafting:
    """Asks one model after the other. Whatever they do, there is a letter at the end."""

    def __init__(self, models: TextModels, clock: Clock, metrics: Metrics) -> None:
        self._models = models
        self._clock = clock
        self._metrics = metrics

    async def draft(self, candidate: Candidate, opening: Opening, style: Style) -> Draft:
        """Return the letter, from the first who gave a usable one."""
        attempts = _Attempts(perf_counter() + PATIENCE)
        request = letter_request(candidate, opening, style)
        for model, circuit in self._models:
            completion = await self._ask(model, circuit, request, attempts)
            if completion is None:
                continue
            try:
                letter = model_letter(completion.text, request, candidate, opening, style)
            except (NonsenseAnswer, UnsupportedAnswer) as error:
                reason = "nonsense" if isinstance(error, NonsenseAnswer) else "unsupported"
                self._settle(model, reason, attempts)
                continue
            self._settle(model, "ok", attempts)
            return self._made(letter, model.provider, completion.model, attempts)
        return self._made(write_letter(candidate, opening, style), WRITER, WRITER_MODEL, attempts)

    async def _ask(
        self, model: TextModel, circuit: Circuit, request: LetterRequest, attempts: _Attempts
    ) -> Completion | None:
        """Return the answer; None when there is none, which is noted."""
        left = attempts.deadline - perf_counter()
        if left <= 0 or not circuit.admits(self._now()):
            self._metrics.count(LLM_CALLS, model.provider, "skipped")
            attempts.fallbacks.append(Fallback(model.provider, "skipped"))
            return None
        prompt = ModelPrompt(request.instructions, request.material, request.max_tokens)
        started = perf_counter()
        try:
            async with asyncio.timeout(left):
                completion = await model.complete(prompt)
        except (ModelError, TimeoutError) as error:
            reason = error.reason if isinstance(error, ModelError) else ModelTimeout.reason
            if isinstance(error, ModelUnreadable):
                circuit.succeeded()
            else:
                circuit.failed(self._now())
            self._settle(model, reason, attempts)
            return None
        finally:
            self._metrics.observe(LLM_SECONDS, perf_counter() - started, model.provider)
        circuit.succeeded()
        attempts.usage += completion.usage
        return completion

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _settle(self, model: TextModel, outcome: str, attempts: _Attempts) -> None:
        self._metrics.count(LLM_CALLS, model.provider, outcome)
        model.note(outcome)
        if outcome != "ok":
            attempts.fallbacks.append(Fallback(model.provider, outcome))

    @staticmethod
    def _made(letter: Letter, provider: str, model: str, attempts: _Attempts) -> Draft:
        return Draft(letter, provider, model, attempts.usage, tuple(attempts.fallbacks))
