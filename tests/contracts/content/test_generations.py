"""What the stores of written texts promise, on every adapter."""

from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.content.api.errors import GenerationNotFound
from careercopilot.modules.content.api.models import (
    Claim,
    CoverLetterWish,
    Fallback,
    GenerationCard,
    GenerationFilter,
    GenerationKind,
    GenerationStatus,
    Sentence,
    Usage,
)
from careercopilot.modules.content.api.use_cases.generations import DeleteGeneration
from careercopilot.modules.content.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.content.domain.generation import Generation
from careercopilot.modules.content.ports.erasure import Erasure
from careercopilot.modules.content.ports.generation_repository import GenerationRepository
from careercopilot.modules.content.ports.generation_views import GenerationViews
from tests.support.clock import START
from tests.support.letters import a_generation

HOUR = timedelta(hours=1)


async def keep(container: AsyncContainer, *generations: Generation, commit: bool = True) -> None:
    async with container() as scope:
        repository = await scope.get(GenerationRepository)
        async with await scope.get(UnitOfWork) as uow:
            for generation in generations:
                await repository.add(generation)
            if commit:
                await uow.commit()


async def views(container: AsyncContainer) -> GenerationViews:
    async with container() as scope:
        found: GenerationViews = await scope.get(GenerationViews)
    return found


async def page(container: AsyncContainer, user_id: UUID, request: PageRequest | None = None) -> list[GenerationCard]:
    found = await (await views(container)).page(user_id, GenerationFilter(), request or PageRequest())
    return list(found.items)


async def erase(container: AsyncContainer, user_id: UUID) -> None:
    async with container() as scope:
        erasure = await scope.get(Erasure)
        async with await scope.get(UnitOfWork) as uow:
            await erasure.erase(user_id, START)
            await uow.commit()


async def test_what_is_kept_is_read_back_whole(container: AsyncContainer) -> None:
    generation = a_generation(new_id(), wish=CoverLetterWish(application_id=new_id()))
    generation.usage, generation.fallbacks = Usage(7, 8), (Fallback("ß", "timeout"),)
    generation.sentences += (Sentence(99, 9, "Ω", (Claim("Ω", supported=False),), included=False),)
    await keep(container, generation)
    found = await (await views(container)).find(generation.user_id, generation.id)
    assert found == generation.view()
    async with container() as scope:
        repository = await scope.get(GenerationRepository)
        async with await scope.get(UnitOfWork):
            assert await repository.find(generation.user_id, generation.id) == generation


async def test_nothing_is_lasting_without_a_commit(container: AsyncContainer) -> None:
    user_id = new_id()
    await keep(container, a_generation(user_id), commit=False)
    assert await page(container, user_id) == []


async def test_another_persons_text_is_not_there(container: AsyncContainer) -> None:
    generation, somebody_else = a_generation(new_id()), new_id()
    await keep(container, generation)
    reader = await views(container)
    assert await reader.find(somebody_else, generation.id) is None
    assert await page(container, somebody_else) == []
    assert await reader.after(somebody_else, None, 10) == ()
    assert await reader.count(somebody_else) == 0
    async with container() as scope:
        repository = await scope.get(GenerationRepository)
        async with await scope.get(UnitOfWork):
            assert await repository.find(somebody_else, generation.id) is None


async def test_the_newest_come_first_and_of_one_moment_the_later_id(container: AsyncContainer) -> None:
    user_id = new_id()
    old, first, second = (a_generation(user_id, START + HOUR * n) for n in (0, 1, 1))
    await keep(container, second, old, first)
    assert [card.id for card in await page(container, user_id)] == [second.id, first.id, old.id]
    assert [card.id for card in await page(container, user_id, PageRequest(2, 2))] == [old.id]
    found = await (await views(container)).page(user_id, GenerationFilter(), PageRequest(1, 2))
    assert (found.total, found.total_relation) == (3, "eq")


async def test_a_card_is_the_text_without_its_words(container: AsyncContainer) -> None:
    generation = a_generation(new_id())
    await keep(container, generation)
    (card,) = await page(container, generation.user_id)
    assert type(card) is GenerationCard
    assert vars(card).items() <= vars(generation.view()).items()


async def test_kind_and_status_filter(container: AsyncContainer) -> None:
    generation = a_generation(new_id())
    await keep(container, generation)
    wanted = GenerationFilter(GenerationKind.COVER_LETTER, GenerationStatus.DRAFT)
    found = await (await views(container)).page(generation.user_id, wanted, PageRequest())
    assert [card.id for card in found.items] == [generation.id]


async def test_reading_on_by_id_comes_to_an_end(container: AsyncContainer) -> None:
    user_id = new_id()
    texts = [a_generation(user_id) for _ in range(5)]
    await keep(container, *texts)
    reader = await views(container)
    first = await reader.after(user_id, None, 3)
    rest = await reader.after(user_id, first[-1].id, 3)
    assert [view.id for view in (*first, *rest)] == sorted(text.id for text in texts)
    assert await reader.after(user_id, rest[-1].id, 3) == ()
    assert await reader.count(user_id) == 5


async def test_a_deleted_text_is_gone(container: AsyncContainer) -> None:
    generation = a_generation(new_id())
    await keep(container, generation)
    async with container() as scope:
        delete = await scope.get(DeleteGeneration)
        with pytest.raises(GenerationNotFound):
            await delete(new_id(), generation.id)
        with pytest.raises(PreconditionFailed):
            await delete(generation.user_id, generation.id, 2)
        await delete(generation.user_id, generation.id, 1)
        with pytest.raises(GenerationNotFound):
            await delete(generation.user_id, generation.id)
    assert await page(container, generation.user_id) == []


async def test_erasing_takes_all_of_one_person_and_nothing_of_another(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    await keep(container, a_generation(one), a_generation(one), a_generation(two))
    for _ in range(2):
        await erase(container, one)
    assert await page(container, one) == []
    assert len(await page(container, two)) == 1
    async with container() as scope:
        erasure = await scope.get(Erasure)
        async with await scope.get(UnitOfWork):
            assert await erasure.erased_among([one, two]) == {one}
            assert await erasure.erased_among([]) == frozenset()


async def test_the_records_of_a_person_are_all_of_them(container: AsyncContainer) -> None:
    user_id = new_id()
    texts = [a_generation(user_id) for _ in range(101)]
    await keep(container, *texts, a_generation(new_id()))
    async with container() as scope:
        collect = await scope.get(CollectPersonalRecords)
        records = await collect(user_id)
    assert records == {"generations": [text.view() for text in texts]}
