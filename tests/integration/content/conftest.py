"""A provider on loopback, reached through the real SDK, and an office that writes with it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.bootstrap.memory.container import memory_container
from careercopilot.modules.content.api.models import CoverLetterWish, GenerationView
from careercopilot.modules.content.api.use_cases.generations import GenerateCoverLetter
from careercopilot.modules.identity.api.models import NewUser, ProfileChanges
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser, UpdateProfile
from tests.support.clock import FixedClock
from tests.support.containers import settings, with_clock
from tests.support.job_catalogue import CatalogueOf, an_entry
from tests.support.letters import DESCRIPTION
from tests.support.model_server import KEY, MODEL, ModelServer


class Office:
    """Somebody who applies, and the means to write for them."""

    def __init__(self, container: AsyncContainer) -> None:
        self.container = container
        self.user_id = UUID(int=0)

    async def open(self) -> None:
        """Sign somebody up who knows a little."""
        async with self.container() as scope:
            new = NewUser(email="robin@example.org", password="a long enough one", full_name="Robin Example")
            self.user_id = (await (await scope.get(CreateUser))(new)).id
        async with self.container() as scope:
            await (await scope.get(UpdateProfile))(self.user_id, ProfileChanges(skills=("Python", "Docker")))

    async def letter(self, text: str = DESCRIPTION) -> GenerationView:
        entry = an_entry("Backend Engineer", company="Wren & Daughters", text=text)
        (job_id,) = await CatalogueOf(self.container).add(entry)
        async with self.container() as scope:
            generate: GenerateCoverLetter = await scope.get(GenerateCoverLetter)
            return await generate(self.user_id, CoverLetterWish(job_id=job_id))


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def near(url: str, timeout: float = 5.0, name: str = "near") -> dict[str, Any]:
    """Return the settings of a provider."""
    return {
        f"llm_{name}_url": url,
        f"llm_{name}_model": MODEL,
        f"llm_{name}_api_key": KEY,
        f"llm_{name}_timeout": str(timeout),
    }


@asynccontextmanager
async def office_with(clock: FixedClock, providers: str, **given: Any) -> AsyncIterator[Office]:
    """Open an office in memory that asks these providers."""
    container = memory_container(settings(llm_providers=providers, **given), with_clock(clock))
    office = Office(container)
    await office.open()
    try:
        yield office
    finally:
        await container.close()


@pytest.fixture
async def office(clock: FixedClock, server: ModelServer) -> AsyncIterator[Office]:
    async with office_with(clock, "near", **near(server.url)) as opened:
        yield opened
