"""Jobs that people save."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import InvalidInput, NotFound, PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.errors import AlreadySaved
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob, SavedJobChanges, SavedJobView
from careercopilot.modules.jobs.api.use_cases.saved_jobs import (
    DeleteSavedJob,
    EditSavedJob,
    ListSavedJobs,
    MarkSaved,
    SaveJob,
    UnmarkSaved,
    ViewSavedJob,
)
from tests.support.clock import FixedClock
from tests.support.job_catalogue import CatalogueOf, an_entry


@pytest.fixture
async def job_id(catalogue: CatalogueOf) -> UUID:
    return (await catalogue.add(an_entry("Gardener")))[0]


async def _save(container: AsyncContainer, user: UUID, job_id: UUID, notes: str = "", *tags: str) -> SavedJobView:
    async with container() as scope:
        save_job: SaveJob = await scope.get(SaveJob)
        return await save_job(user, NewSavedJob(job_id=job_id, notes=notes, tags=tags))


async def _edit(
    container: AsyncContainer, user: UUID, saved_id: UUID, changes: SavedJobChanges, version: int | None = None
) -> SavedJobView:
    async with container() as scope:
        edit_saved_job: EditSavedJob = await scope.get(EditSavedJob)
        return await edit_saved_job(user, saved_id, changes, version)


async def _list(container: AsyncContainer, user: UUID, tag: str | None = None) -> list[str]:
    async with container() as scope:
        found = await (await scope.get(ListSavedJobs))(user, tag, PageRequest())
    assert found.total == len(found.items)
    return [saved.job.title for saved in found.items]


async def test_a_saved_job_is_shown_with_its_job(
    container: AsyncContainer, viewer: UUID, job_id: UUID, clock: FixedClock
) -> None:
    saved = await _save(container, viewer, job_id, " Ask Kim ", "garden", "Garden", " dream ")

    async with container() as scope:
        assert await (await scope.get(ViewSavedJob))(viewer, saved.id) == saved
    assert (saved.job.id, saved.job.viewer.saved, saved.version) == (job_id, True, 1)
    assert (saved.notes, saved.tags) == ("Ask Kim", ("garden", "dream"))
    assert saved.created_at == saved.updated_at == clock.now()


async def test_a_job_is_saved_once(container: AsyncContainer, viewer: UUID, job_id: UUID) -> None:
    saved = await _save(container, viewer, job_id, "mine")

    with pytest.raises(AlreadySaved) as refused:
        await _save(container, viewer, job_id, "again")

    assert refused.value.details == {"resource": "saved job", "id": str(saved.id)}
    async with container() as scope:
        again, is_new = await (await scope.get(MarkSaved))(viewer, job_id)
    assert (again, is_new) == (saved, False)


async def test_many_at_once_save_it_once(container: AsyncContainer, viewer: UUID, job_id: UUID) -> None:
    outcomes = await asyncio.gather(*(_save(container, viewer, job_id) for _ in range(8)), return_exceptions=True)

    assert sum(isinstance(outcome, SavedJobView) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, AlreadySaved) for outcome in outcomes) == 7


async def test_a_job_nobody_knows_cannot_be_saved(container: AsyncContainer, viewer: UUID) -> None:
    with pytest.raises(NotFound):
        await _save(container, viewer, new_id())


async def test_unmarking_forgets_the_saved_job(container: AsyncContainer, viewer: UUID, job_id: UUID) -> None:
    await _save(container, viewer, job_id)
    async with container() as scope:
        unmark = await scope.get(UnmarkSaved)
        await unmark(new_id(), job_id)
        assert await _list(container, viewer) == ["Gardener"]
        await unmark(viewer, job_id)
        await unmark(viewer, job_id)

    assert await _list(container, viewer) == []


async def test_notes_and_tags_change_apart(
    container: AsyncContainer, viewer: UUID, job_id: UUID, clock: FixedClock
) -> None:
    saved = await _save(container, viewer, job_id, "first", "a")
    clock.advance(timedelta(hours=1))

    noted = await _edit(container, viewer, saved.id, SavedJobChanges(notes="second"))
    same = await _edit(container, viewer, saved.id, SavedJobChanges(notes="second", tags=("a",)))
    emptied = await _edit(container, viewer, saved.id, SavedJobChanges(notes="", tags=()), same.version)

    assert (noted.notes, noted.tags, noted.version, noted.updated_at) == ("second", ("a",), 2, clock.now())
    assert same == noted
    assert (emptied.notes, emptied.tags, emptied.version) == ("", (), 3)


async def test_a_stale_version_changes_nothing(container: AsyncContainer, viewer: UUID, job_id: UUID) -> None:
    saved = await _save(container, viewer, job_id)
    await _edit(container, viewer, saved.id, SavedJobChanges(notes="newer"))

    with pytest.raises(PreconditionFailed):
        await _edit(container, viewer, saved.id, SavedJobChanges(notes="stale"), saved.version)
    async with container() as scope:
        delete = await scope.get(DeleteSavedJob)
        with pytest.raises(PreconditionFailed):
            await delete(viewer, saved.id, saved.version)
        await delete(viewer, saved.id, 2)
        with pytest.raises(NotFound):
            await delete(viewer, saved.id)


async def test_of_edits_at_once_none_is_lost_unseen(container: AsyncContainer, viewer: UUID, job_id: UUID) -> None:
    saved = await _save(container, viewer, job_id)
    edits = (_edit(container, viewer, saved.id, SavedJobChanges(notes=str(n)), 1) for n in range(5))

    outcomes = await asyncio.gather(*edits, return_exceptions=True)

    assert sum(isinstance(outcome, SavedJobView) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, PreconditionFailed) for outcome in outcomes) == 4


async def test_saved_jobs_are_ones_own(container: AsyncContainer, viewer: UUID, job_id: UUID) -> None:
    saved, stranger = await _save(container, viewer, job_id), new_id()

    assert await _list(container, stranger) == []
    with pytest.raises(NotFound):
        await _edit(container, stranger, saved.id, SavedJobChanges(notes="x"))
    async with container() as scope:
        with pytest.raises(NotFound):
            await (await scope.get(ViewSavedJob))(stranger, saved.id)
        with pytest.raises(NotFound):
            await (await scope.get(DeleteSavedJob))(stranger, saved.id)


async def test_the_last_saved_comes_first_and_tags_narrow(
    container: AsyncContainer, catalogue: CatalogueOf, viewer: UUID, clock: FixedClock
) -> None:
    jobs = await catalogue.add(an_entry("first"), an_entry("second"), an_entry("third"))
    for job, tag in zip(jobs, ("Dream", "other", "dream"), strict=True):
        clock.advance(timedelta(minutes=1))
        await _save(container, viewer, job, "", tag)

    assert await _list(container, viewer) == ["third", "second", "first"]
    assert await _list(container, viewer, " DREAM ") == ["third", "first"]
    assert await _list(container, viewer, "none") == []


@pytest.mark.parametrize(
    ("notes", "tags"),
    [("x" * 20_001, ()), ("a\0b", ()), ("", ("x" * 51,)), ("", (" ",)), ("", tuple(map(str, range(31))))],
)
async def test_notes_and_tags_have_limits(
    container: AsyncContainer, viewer: UUID, job_id: UUID, notes: str, tags: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidInput):
        await _save(container, viewer, job_id, notes, *tags)
