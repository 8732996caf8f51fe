"""Finding similar jobs, and keeping what finds them up to date, in memory and on PostgreSQL."""

from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.api.events import JobsClosed, JobsIngested
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob
from careercopilot.modules.jobs.api.use_cases.saved_jobs import MarkSaved
from careercopilot.modules.jobs.api.use_cases.similar_jobs import RebuildVectors, ViewVectorState
from tests.support.clock import FixedClock
from tests.support.job_catalogue import CatalogueOf, an_entry
from tests.support.likeness import FickleVectorIndex, index_all, index_once, similar, titles

VIEWER = UUID("01900000-0000-7000-8000-000000000001")
WARD = "You care for patients on the ward, give medication and dress wounds."
ROADS = "You drive lorries over long distances and load pallets in warehouses."


async def tell(house: AsyncContainer, *job_ids: UUID, closed: bool = False) -> None:
    """Tell of jobs as ingestion does, and have the telling delivered."""
    facts = {"aggregate_id": new_id(), "source": "ashby", "board": "greenthumb"}
    event = JobsClosed(**facts, job_ids=job_ids) if closed else JobsIngested(**facts, new=job_ids)  # type: ignore[arg-type]
    async with house() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(event)
        await uow.commit()
    relay = await house.get(Relay)
    while (await relay.run_once(500)).claimed:
        pass


async def test_what_comes_in_is_indexed_and_found_by_vectors(house: AsyncContainer, shelf: CatalogueOf) -> None:
    nurse = an_entry("Night nurse", company="Clinic", text=WARD)
    other = an_entry("Nurse, night shift", company="Hospital", text=WARD)
    driver = an_entry("Truck driver", company="Roads", text=ROADS)
    await tell(house, *await shelf.add(nurse, other, driver))
    assert await index_all(house) == (3, 0)
    found = await similar(house, VIEWER, nurse.job_id)
    assert (found.by, found.reason, titles(found)) == ("vectors", None, ["Nurse, night shift"])


async def test_a_closed_job_leaves_the_index_and_still_knows_what_is_like_it(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex
) -> None:
    nurse, other = (an_entry("Night nurse", company=name, text=WARD) for name in ("Clinic", "Hospital"))
    await tell(house, *await shelf.add(nurse, other))
    await index_all(house)
    await shelf.close(nurse)
    assert titles(await similar(house, VIEWER, other.job_id)) == []
    await tell(house, nurse.job_id, closed=True)
    assert await index_all(house) == (0, 1)
    assert await index.count() == 1
    found = await similar(house, VIEWER, nurse.job_id)
    assert (found.by, [card.id for card in found.jobs]) == ("vectors", [other.job_id])


async def test_what_is_hidden_or_somebody_elses_is_left_out_and_what_is_saved_says_so(
    house: AsyncContainer, shelf: CatalogueOf
) -> None:
    entries = [an_entry("Night nurse", company=name, text=WARD) for name in ("A", "Hidden", "Private", "Saved")]
    job, hidden, private, saved = entries
    await tell(house, *await shelf.add(*entries))
    await index_all(house)
    await shelf.owned(private.job_id, new_id())
    async with house() as scope:
        await (await scope.get(HideJob))(VIEWER, hidden.job_id)
    async with house() as scope:
        await (await scope.get(MarkSaved))(VIEWER, saved.job_id)
    found = await similar(house, VIEWER, job.job_id)
    assert [(card.id, card.viewer.saved) for card in found.jobs] == [(saved.job_id, True)]
    assert len((await similar(house, new_id(), job.job_id)).jobs) == 2


async def test_while_the_store_is_away_words_find_and_it_says_so(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex
) -> None:
    job = an_entry("Senior Night Nurse, Ward 4", company="Clinic", text=WARD)
    exact = an_entry("Night nurse", company="Hospital", text=WARD)
    loose = an_entry("School nurse", company="School", text="Children.")
    closed = an_entry("Nurse", company="Gone")
    hidden = an_entry("Nurse", company="Hidden")
    await tell(house, *await shelf.add(job, exact, loose, closed, hidden, an_entry("Truck driver", text=ROADS)))
    await index_all(house)
    await shelf.close(closed)
    async with house() as scope:
        await (await scope.get(HideJob))(VIEWER, hidden.job_id)
    index.away = True
    found = await similar(house, VIEWER, job.job_id)
    assert (found.by, found.reason) == ("words", "vector store is away")
    assert titles(found) == ["Night nurse", "School nurse"]
    index.away = False
    assert (await similar(house, VIEWER, job.job_id)).by == "vectors"


async def test_a_job_that_is_not_indexed_yet_is_answered_by_words(house: AsyncContainer, shelf: CatalogueOf) -> None:
    first, second = (an_entry("Night nurse", company=name, text=WARD) for name in ("Clinic", "Hospital"))
    await tell(house, *await shelf.add(first))
    await index_all(house)
    await shelf.add(second)
    found = await similar(house, VIEWER, second.job_id)
    assert (found.by, found.reason, len(found.jobs)) == ("words", "job is not indexed yet", 1)


async def test_a_job_of_ones_own_is_compared_without_being_stored(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex
) -> None:
    mine, public = (an_entry("Night nurse", company=name, text=WARD) for name in ("Mine", "Hospital"))
    await shelf.add(mine, public)
    await shelf.owned(mine.job_id, VIEWER)
    await tell(house, mine.job_id, public.job_id)
    await index_all(house)
    assert await index.count() == 1
    found = await similar(house, VIEWER, mine.job_id)
    assert (found.by, [card.id for card in found.jobs]) == ("vectors", [public.job_id])
    with pytest.raises(JobNotFound):
        await similar(house, new_id(), mine.job_id)


@pytest.mark.parametrize("limit", [0, 51, -1])
async def test_a_limit_beyond_reason_is_refused(house: AsyncContainer, limit: int) -> None:
    with pytest.raises(InvalidInput):
        await similar(house, VIEWER, new_id(), limit)


async def test_nothing_is_lost_while_the_store_is_away(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex
) -> None:
    index.away = True
    await tell(house, *await shelf.add(*(an_entry(f"Nurse {n}", text=WARD) for n in range(5))))
    assert (await index_once(house)).away == "vector store is away"
    index.away, index.writes = False, 0  # it goes in the middle of a batch
    assert (await index_once(house)).away == "vector store is away"
    index.away, index.writes = False, None
    assert await index_all(house) == (5, 0)


async def test_who_dies_at_it_loses_nothing(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex, clock: FixedClock
) -> None:
    await tell(house, *await shelf.add(an_entry("Nurse", text=WARD)))

    async def die(*_: object) -> None:
        raise KeyError("killed")

    put = index.put
    index.put = die  # type: ignore[method-assign, assignment]
    with pytest.raises(KeyError):
        await index_once(house)
    index.put = put  # type: ignore[method-assign]
    assert (await index_once(house)).done == 0
    clock.advance(timedelta(minutes=2))
    assert await index_all(house) == (1, 0)


async def test_an_empty_store_is_filled_again_by_itself(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex
) -> None:
    await tell(house, *await shelf.add(an_entry("Nurse", text=WARD), an_entry("Driver", text=ROADS)))
    await index_all(house)
    assert await index_all(house) == (0, 0)
    await index.reset()
    assert await index_all(house) == (2, 0)


async def test_everything_can_be_indexed_anew(
    house: AsyncContainer, shelf: CatalogueOf, index: FickleVectorIndex
) -> None:
    closed = an_entry("Gone", text=WARD)
    await tell(house, *await shelf.add(an_entry("Nurse", text=WARD), an_entry("Driver", text=ROADS), closed))
    await index_all(house)
    await shelf.close(closed)
    async with house() as scope:
        assert await (await scope.get(RebuildVectors))() == 2
    async with house() as scope:
        state = await (await scope.get(ViewVectorState))()
    assert (state.open_jobs, state.waiting, state.stored, state.away) == (2, 2, 0, None)
    assert await index_all(house) == (2, 0)
    index.away = True
    async with house() as scope:
        state = await (await scope.get(ViewVectorState))()
    assert (state.waiting, state.stored, state.away) == (0, None, "vector store is away")


async def test_a_job_that_was_deleted_leaves_the_index(house: AsyncContainer, index: FickleVectorIndex) -> None:
    deleted = new_id()
    await index.put({deleted: [1.0] * 384, new_id(): [1.0] * 384})
    await tell(house, deleted, closed=True)
    assert await index_all(house) == (0, 1)
    assert await index.count() == 1
