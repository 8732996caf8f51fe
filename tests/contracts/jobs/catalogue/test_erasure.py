"""What forgetting a person, and telling them what is held about them, promises in jobs, on every adapter."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob, SavedJobView
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob
from careercopilot.modules.jobs.api.use_cases.jobs import FindJobs
from careercopilot.modules.jobs.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.jobs.api.use_cases.saved_jobs import SaveJob
from careercopilot.modules.jobs.ports.erasure import Erasure
from tests.support.clock import START
from tests.support.job_catalogue import CatalogueOf, an_entry

ROBIN = UUID("01900000-0000-7000-8000-000000000001")
KIM = UUID("01900000-0000-7000-8000-000000000002")


async def save(container: AsyncContainer, user_id: UUID, job_id: UUID, notes: str = "") -> SavedJobView:
    async with container() as scope:
        save_job: SaveJob = await scope.get(SaveJob)
        return await save_job(user_id, NewSavedJob(job_id=job_id, notes=notes))


async def hide(container: AsyncContainer, user_id: UUID, job_id: UUID) -> None:
    async with container() as scope:
        await (await scope.get(HideJob))(user_id, job_id)


async def erase(container: AsyncContainer, user_id: UUID, *, commit: bool = True) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(Erasure)).erase(user_id, START)
        if commit:
            await uow.commit()


async def records_of(container: AsyncContainer, user_id: UUID) -> Mapping[str, Sequence[object]]:
    async with container() as scope:
        collect: CollectPersonalRecords = await scope.get(CollectPersonalRecords)
        return await collect(user_id)


async def erased_among(container: AsyncContainer, *people: UUID) -> frozenset[UUID]:
    async with container() as scope, await scope.get(UnitOfWork):
        erasure: Erasure = await scope.get(Erasure)
        return await erasure.erased_among(people)


async def known(container: AsyncContainer, viewer_id: UUID, *job_ids: UUID) -> set[UUID]:
    async with container() as scope:
        return set(await (await scope.get(FindJobs))(viewer_id, job_ids))


async def test_what_a_person_keeps_and_hides_goes_and_the_catalogue_stays(container: AsyncContainer) -> None:
    kept, hidden = await CatalogueOf(container).add(an_entry(), an_entry())
    await save(container, ROBIN, kept, "Ask for Kim.")
    await hide(container, ROBIN, hidden)
    theirs = await save(container, KIM, kept)
    await erase(container, ROBIN)
    assert not any((await records_of(container, ROBIN)).values())
    assert (await records_of(container, KIM))["saved-jobs"] == [theirs]
    assert await known(container, ROBIN, kept, hidden) == {kept, hidden}


async def test_a_job_that_a_person_entered_goes_with_all_that_hangs_on_it(container: AsyncContainer) -> None:
    catalogue = CatalogueOf(container)
    own, of_kim, public = await catalogue.add(an_entry(), an_entry(), an_entry())
    await catalogue.owned(own, ROBIN)
    await catalogue.owned(of_kim, KIM)
    await save(container, ROBIN, own)
    await erase(container, ROBIN)
    assert await known(container, ROBIN, own, of_kim, public) == {public}
    assert await known(container, KIM, own, of_kim, public) == {of_kim, public}


async def test_the_id_stays_as_a_tombstone(container: AsyncContainer) -> None:
    nobody = new_id()
    assert await erased_among(container, ROBIN, nobody) == frozenset()
    await erase(container, ROBIN)
    await erase(container, ROBIN)
    assert await erased_among(container, ROBIN, nobody) == {ROBIN}


async def test_what_was_not_committed_did_not_happen(container: AsyncContainer) -> None:
    (job_id,) = await CatalogueOf(container).add(an_entry())
    saved = await save(container, ROBIN, job_id)
    await erase(container, ROBIN, commit=False)
    assert await erased_among(container, ROBIN) == frozenset()
    assert (await records_of(container, ROBIN))["saved-jobs"] == [saved]


async def test_what_came_after_the_erasure_goes_with_the_next(container: AsyncContainer) -> None:
    (job_id,) = await CatalogueOf(container).add(an_entry())
    await erase(container, ROBIN)
    await save(container, ROBIN, job_id)
    await erase(container, ROBIN)
    assert not any((await records_of(container, ROBIN)).values())


async def test_all_of_it_is_told_however_much_it_is(container: AsyncContainer) -> None:
    job_ids = await CatalogueOf(container).add(*(an_entry(f"Gardener {number}") for number in range(12)))
    for job_id in job_ids[:10]:
        await save(container, ROBIN, job_id)
    for job_id in job_ids[10:]:
        await hide(container, ROBIN, job_id)
    await save(container, KIM, job_ids[11])
    records = await records_of(container, ROBIN)
    assert {saved.job.id for saved in records["saved-jobs"]} == set(job_ids[:10])  # type: ignore[attr-defined]
    hidden = [(record.job_id, record.title, record.company) for record in records["hidden-jobs"]]  # type: ignore[attr-defined]
    assert hidden == [(job_ids[n], f"Gardener {n}", "Green Thumb") for n in (10, 11)]
