"""A letter that is being kept just when its person is erased does not stay."""

import asyncio

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.content.ports.erasure import Erasure
from careercopilot.modules.content.ports.generation_repository import GenerationRepository
from careercopilot.modules.content.ports.generation_views import GenerationViews
from tests.support.clock import START
from tests.support.letters import a_generation


async def test_an_erasure_waits_for_what_is_being_kept_and_takes_it_too(postgres_container: AsyncContainer) -> None:
    generation = a_generation(new_id())

    async def erase() -> None:
        async with postgres_container() as scope:
            erasure = await scope.get(Erasure)
            async with await scope.get(UnitOfWork) as uow:
                await erasure.erase(generation.user_id, START)
                await uow.commit()

    async with postgres_container() as scope:
        erasure, repository = await scope.get(Erasure), await scope.get(GenerationRepository)
        async with await scope.get(UnitOfWork) as uow:
            assert await erasure.erased_among([generation.user_id]) == frozenset()
            erasing = asyncio.create_task(erase())
            await asyncio.sleep(0.2)
            assert not erasing.done()
            await repository.add(generation)
            await uow.commit()
        await erasing
        assert await (await scope.get(GenerationViews)).count(generation.user_id) == 0
