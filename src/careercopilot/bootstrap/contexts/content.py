"""The wiring of content."""

import asyncio
from collections.abc import AsyncIterable, Callable
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from dishka import Provider, Scope, provide

from careercopilot.adapters.postgres.content.erasure import PostgresErasure
from careercopilot.adapters.postgres.content.generation_repository import PostgresGenerationRepository
from careercopilot.adapters.postgres.content.generation_views import PostgresGenerationViews
from careercopilot.bootstrap.llm_settings import LlmSettings
from careercopilot.bootstrap.settings import Settings
from careercopilot.modules.content.api.use_cases.generations import (
    DeleteGeneration,
    GenerateCoverLetter,
    ListGenerations,
    ViewGeneration,
)
from careercopilot.modules.content.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.content.handlers.collect_personal_records import CollectPersonalRecordsHandler
from careercopilot.modules.content.handlers.delete_generation import DeleteGenerationHandler
from careercopilot.modules.content.handlers.generate_cover_letter import GenerateCoverLetterHandler
from careercopilot.modules.content.handlers.generation_keeping import GenerationKeeping
from careercopilot.modules.content.handlers.letter_drafting import LetterDrafting
from careercopilot.modules.content.handlers.letter_material import LetterMaterial
from careercopilot.modules.content.handlers.list_generations import ListGenerationsHandler
from careercopilot.modules.content.handlers.view_generation import ViewGenerationHandler
from careercopilot.modules.content.ports.erasure import Erasure
from careercopilot.modules.content.ports.generation_repository import GenerationRepository
from careercopilot.modules.content.ports.generation_views import GenerationViews
from careercopilot.modules.content.ports.text_models import TextModels

if TYPE_CHECKING:
    from careercopilot.adapters.openai.content import OpenAITextModel


class _Writing(Provider):
    """What can be done with texts, and the models, which touch no database."""

    scope = Scope.REQUEST

    generate_cover_letter = provide(GenerateCoverLetterHandler, provides=GenerateCoverLetter)
    view_generation = provide(ViewGenerationHandler, provides=ViewGeneration)
    list_generations = provide(ListGenerationsHandler, provides=ListGenerations)
    delete_generation = provide(DeleteGenerationHandler, provides=DeleteGeneration)
    collect_personal_records = provide(CollectPersonalRecordsHandler, provides=CollectPersonalRecords)

    material = provide(LetterMaterial)
    drafting = provide(LetterDrafting)
    keeping = provide(GenerationKeeping)

    @provide(scope=Scope.APP)
    async def models(self, settings: Settings) -> AsyncIterable[TextModels]:
        """Every configured model, in order; without one the SDK is not even imported."""
        async with AsyncExitStack() as open_models:
            yield await _opened(settings, open_models) if settings.llm_models else TextModels(())


async def _opened(settings: Settings, open_models: AsyncExitStack) -> TextModels:
    # Importing the SDK takes half a second: in a thread, since requests are served meanwhile.
    make = await asyncio.to_thread(_maker)
    models = [make(one) for one in settings.llm_models]
    for model in models:
        open_models.push_async_callback(model.aclose)
    return TextModels(models)


def _maker() -> "Callable[[LlmSettings], OpenAITextModel]":
    from careercopilot.adapters.openai.content import ModelAccess, OpenAITextModel  # noqa: PLC0415 - see above

    def make(one: LlmSettings) -> OpenAITextModel:
        key = one.api_key.get_secret_value() if one.api_key else None
        return OpenAITextModel(ModelAccess(one.name, one.url, one.model, key, one.timeout))

    return make


def use_cases() -> Provider:
    """Bind what it can do."""
    return _Writing()


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresGenerationRepository, provides=GenerationRepository)
    provider.provide(PostgresGenerationViews, provides=GenerationViews)
    provider.provide(PostgresErasure, provides=Erasure)
    return provider
