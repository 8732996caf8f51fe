"""Having a letter written, from the person and the opening to the kept draft."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer, Provider, Scope

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.core.outbox import OUTBOX_TABLE
from careercopilot.kernel.errors import InvalidInput, NotFound
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.content.api.errors import ResumeNotFound, TooManyGenerations
from careercopilot.modules.content.api.models import CoverLetterWish, GenerationFilter, GenerationView
from careercopilot.modules.content.api.use_cases.generations import GenerateCoverLetter, ListGenerations
from careercopilot.modules.content.handlers import generation_keeping
from careercopilot.modules.content.handlers.erase_person import ErasePerson
from careercopilot.modules.content.ports.text_models import TextModels
from careercopilot.modules.identity.api.errors import UserNotFound
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.identity.api.models import NewUser, ProfileChanges
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser, UpdateProfile
from careercopilot.modules.tracking.api.models import NewApplication
from careercopilot.modules.tracking.api.use_cases.applications import CreateApplication
from tests.support.clock import START, FixedClock
from tests.support.containers import in_memory
from tests.support.job_catalogue import CatalogueOf, an_entry
from tests.support.letters import DESCRIPTION, ScriptedModel


class Office:
    """One container, with somebody who applies."""

    def __init__(self, container: AsyncContainer, user_id: UUID) -> None:
        self.container = container
        self.user_id = user_id
        self.catalogue = CatalogueOf(container)

    async def a_job(self, **facts: Any) -> UUID:
        entry = an_entry("Backend Engineer", company="Wren & Daughters", text=DESCRIPTION, **facts)
        return (await self.catalogue.add(entry))[0]

    async def an_application(self, **facts: Any) -> UUID:
        async with self.container() as scope:
            create: CreateApplication = await scope.get(CreateApplication)
            return (await create(self.user_id, NewApplication(**facts))).id

    async def tell(self, **changes: Any) -> None:
        async with self.container() as scope:
            update = await scope.get(UpdateProfile)
            await update(self.user_id, ProfileChanges(**changes))

    async def letter(self, user_id: UUID | None = None, **wish: Any) -> GenerationView:
        async with self.container() as scope:
            generate: GenerateCoverLetter = await scope.get(GenerateCoverLetter)
            return await generate(user_id or self.user_id, CoverLetterWish(**wish))

    async def kept(self) -> int:
        async with self.container() as scope:
            found = await (await scope.get(ListGenerations))(self.user_id, GenerationFilter(), PageRequest())
        return len(found.items)


async def office_of(container: AsyncContainer) -> Office:
    async with container() as scope:
        create = await scope.get(CreateUser)
        user = await create(NewUser(email="robin@example.org", password="a long enough one", full_name="Robin Example"))
    return Office(container, user.id)


@pytest.fixture
async def office(memory_container: AsyncContainer) -> Office:
    return await office_of(memory_container)


async def test_a_letter_for_a_job_is_written_kept_and_told_of(office: Office) -> None:
    await office.tell(skills=("Python", "Latin"))
    job_id = await office.a_job()
    letter = await office.letter(job_id=job_id)
    assert "Python" in letter.content
    assert (letter.job_id, letter.title, letter.company) == (job_id, "Backend Engineer", "Wren & Daughters")
    assert (letter.provider, letter.fallbacks, letter.created_at) == ("writer", (), START)
    assert await office.kept() == 1
    database = await office.container.get(MemoryDatabase)
    told = [row for row in database.table(OUTBOX_TABLE).values() if "content.generation-created.v1" in str(row)]
    assert len(told) == 1
    assert "Robin" not in str(told)


async def test_a_letter_for_an_application_uses_its_job(office: Office) -> None:
    await office.tell(skills=("Python",))
    application_id = await office.an_application(job_id=await office.a_job())
    letter = await office.letter(application_id=application_id)
    assert (letter.application_id, letter.job_id) == (application_id, None)
    assert "Python" in letter.content


async def test_an_application_without_a_job_gives_its_own_title_and_company(office: Office) -> None:
    letter = await office.letter(application_id=await office.an_application(title="Gardener", company="Tulip & Sons"))
    assert "“Gardener” at Tulip & Sons" in letter.content


@pytest.mark.parametrize(
    ("wanted", "of_job", "of_person", "language"),
    [
        (None, None, "en", "en"),
        (None, None, "de-AT", "de"),
        (None, "de", "en", "de"),
        ("en", "de", "de", "en"),
        ("de-CH", None, "en", "de"),
    ],
)
async def test_the_language_is_the_wanted_one_or_the_jobs_or_the_persons(
    office: Office, wanted: str | None, of_job: str | None, of_person: str, language: str
) -> None:
    await office.tell(locale=of_person)
    letter = await office.letter(job_id=await office.a_job(language=of_job), language=wanted)
    assert letter.language == language
    assert "language_unavailable" not in {hint.code for hint in letter.hints}


async def test_a_language_that_cannot_be_written_becomes_english_and_is_told(office: Office) -> None:
    letter = await office.letter(job_id=await office.a_job(), language="fi")
    assert letter.language == "en"
    assert "'fi'" in next(hint.text for hint in letter.hints if hint.code == "language_unavailable")


async def test_either_a_job_or_an_application_is_wanted(office: Office) -> None:
    for wish in ({}, {"job_id": new_id(), "application_id": new_id()}):
        with pytest.raises(InvalidInput):
            await office.letter(**wish)


async def test_what_is_not_there_or_anothers_is_not_found(office: Office) -> None:
    application_id, job_id = await office.an_application(title="Gardener", company="Tulip"), await office.a_job()
    for user_id, wish in (
        (office.user_id, {"job_id": new_id()}),
        (office.user_id, {"application_id": new_id()}),
        (new_id(), {"application_id": application_id}),
    ):
        with pytest.raises(NotFound):
            await office.letter(user_id, **wish)
    with pytest.raises(ResumeNotFound):
        await office.letter(job_id=job_id, resume_id=new_id())


async def test_there_is_an_end_to_what_one_person_keeps(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generation_keeping, "MOST_KEPT", 2)
    job_id = await office.a_job()
    for _ in range(2):
        await office.letter(job_id=job_id)
    with pytest.raises(TooManyGenerations):
        await office.letter(job_id=job_id)


async def test_nothing_is_kept_of_somebody_who_was_erased_meanwhile(clock: FixedClock) -> None:
    model = ScriptedModel("one", "nonsense")
    async for office in _with(clock, model):
        job_id = await office.a_job()
        async with office.container() as scope:
            erase = await scope.get(ErasePerson)
            async with await scope.get(UnitOfWork) as uow:
                await erase([Envelope(new_id(), START, UserErased(aggregate_id=office.user_id))])
                await uow.commit()
        with pytest.raises(UserNotFound):
            await office.letter(job_id=job_id)
        assert len(model.asked) == 1
        assert await office.kept() == 0


async def test_no_transaction_is_open_while_a_model_thinks(clock: FixedClock) -> None:
    """In memory there is one transaction at a time: had the letter one open, this would wait for ever."""
    offices: list[Office] = []

    class Writing(ScriptedModel):
        async def complete(self, prompt: Any) -> Any:
            await offices[0].tell(headline="Changed meanwhile")
            return await super().complete(prompt)

    async for office in _with(clock, Writing("one", "nonsense")):
        offices.append(office)
        assert (await office.letter(job_id=await office.a_job())).fallbacks[0].reason == "nonsense"


async def _with(clock: FixedClock, *models: ScriptedModel) -> AsyncIterator[Office]:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: TextModels(models), provides=TextModels, override=True)
    container = in_memory(clock, provider)
    yield await office_of(container)
    await container.close()
