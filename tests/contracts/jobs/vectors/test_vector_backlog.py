"""What the backlog of the vector store promises, and what is read for it, in memory and on PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.ports.indexable_jobs import IndexableJobs
from careercopilot.modules.jobs.ports.job_cards import JobCards
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog
from tests.support.clock import FixedClock
from tests.support.job_catalogue import CatalogueOf, an_entry

LEASE = timedelta(seconds=60)


@asynccontextmanager
async def backlog_of(container: AsyncContainer) -> AsyncIterator[VectorBacklog]:
    async with container() as scope:
        backlog = await scope.get(VectorBacklog)
        async with await scope.get(UnitOfWork) as uow:
            yield backlog
            await uow.commit()


@pytest.fixture
def catalogue(container: AsyncContainer) -> CatalogueOf:
    return CatalogueOf(container)


async def test_a_job_waits_once_however_often_it_is_wanted(container: AsyncContainer, clock: FixedClock) -> None:
    job = new_id()
    for _ in range(3):
        async with backlog_of(container) as backlog:
            await backlog.want([job], clock.now())
    async with backlog_of(container) as backlog:
        assert await backlog.count() == 1
        (claimed,) = await backlog.claim(10, clock.now(), clock.now() + LEASE)
        assert claimed.job_id == job


async def test_what_is_claimed_is_nobody_elses_until_the_lease_runs_out(
    container: AsyncContainer, clock: FixedClock
) -> None:
    jobs = {new_id() for _ in range(5)}
    async with backlog_of(container) as backlog:
        await backlog.want(jobs, clock.now())
    async with backlog_of(container) as backlog:
        first = await backlog.claim(3, clock.now(), clock.now() + LEASE)
    async with backlog_of(container) as backlog:
        second = await backlog.claim(3, clock.now(), clock.now() + LEASE)
        assert not await backlog.claim(3, clock.now(), clock.now() + LEASE)
    assert len(first) == 3
    assert {waiting.job_id for waiting in (*first, *second)} == jobs
    clock.advance(LEASE + timedelta(seconds=1))
    async with backlog_of(container) as backlog:
        again = await backlog.claim(10, clock.now(), clock.now() + LEASE)
    assert {waiting.job_id for waiting in again} == jobs


async def test_what_was_tried_least_and_waits_longest_comes_first(container: AsyncContainer, clock: FixedClock) -> None:
    troubled, old, new = new_id(), new_id(), new_id()
    async with backlog_of(container) as backlog:
        await backlog.want([troubled], clock.now())
        await backlog.claim(1, clock.now(), clock.now() + LEASE)  # and its worker dies
    clock.advance(LEASE * 2)
    for job in (old, new):
        async with backlog_of(container) as backlog:
            await backlog.want([job], clock.now())
        clock.advance(timedelta(seconds=1))
    order = []
    for _ in range(3):
        async with backlog_of(container) as backlog:
            order += [waiting.job_id for waiting in await backlog.claim(1, clock.now(), clock.now() + LEASE)]
    assert order == [old, new, troubled]


async def test_what_is_settled_is_gone_unless_it_was_wanted_again(container: AsyncContainer, clock: FixedClock) -> None:
    done, changed = new_id(), new_id()
    async with backlog_of(container) as backlog:
        await backlog.want([done, changed], clock.now())
        claimed = await backlog.claim(10, clock.now(), clock.now() + LEASE)
    async with backlog_of(container) as backlog:
        await backlog.want([changed], clock.now())
        assert not await backlog.claim(10, clock.now(), clock.now() + LEASE)
        await backlog.settle(claimed)
    async with backlog_of(container) as backlog:
        assert [waiting.job_id for waiting in await backlog.claim(10, clock.now(), clock.now() + LEASE)] == [changed]


async def test_what_is_given_back_is_free_at_once(container: AsyncContainer, clock: FixedClock) -> None:
    job = new_id()
    async with backlog_of(container) as backlog:
        await backlog.want([job], clock.now())
    for _ in range(2):
        async with backlog_of(container) as backlog:
            claimed = await backlog.claim(10, clock.now(), clock.now() + LEASE)
            assert [waiting.job_id for waiting in claimed] == [job]
            await backlog.give_back(claimed)


async def test_every_open_job_that_is_everybodys_can_be_wanted(
    container: AsyncContainer, clock: FixedClock, catalogue: CatalogueOf
) -> None:
    shown, closed, private = an_entry("Baker"), an_entry("Miller"), an_entry("Cook")
    await catalogue.add(shown, closed, private)
    await catalogue.close(closed)
    await catalogue.owned(private.job_id, new_id())
    async with backlog_of(container) as backlog:
        assert await backlog.want_all_open(clock.now()) == 1
        claimed = await backlog.claim(10, clock.now(), clock.now() + LEASE)
    assert [waiting.job_id for waiting in claimed] == [shown.job_id]


async def test_the_words_of_jobs_that_belong_into_the_store_are_read(
    container: AsyncContainer, catalogue: CatalogueOf
) -> None:
    shown, closed, private = an_entry("Baker", text="Bread."), an_entry("Miller"), an_entry("Cook")
    await catalogue.add(shown, closed, private)
    await catalogue.close(closed)
    await catalogue.owned(private.job_id, new_id())
    jobs = await container.get(IndexableJobs)
    found = await jobs.words_of([shown.job_id, closed.job_id, private.job_id, new_id()])
    assert {job_id: (words.title, words.text) for job_id, words in found.items()} == {shown.job_id: ("Baker", "Bread.")}
    assert await jobs.count() == 1
    assert await jobs.words_of([]) == {}


async def test_cards_are_shown_of_what_the_viewer_may_see(container: AsyncContainer, catalogue: CatalogueOf) -> None:
    viewer = new_id()
    shown, closed, private, own = (an_entry(title) for title in ("Baker", "Miller", "Cook", "Waiter"))
    await catalogue.add(shown, closed, private, own)
    await catalogue.close(closed)
    await catalogue.owned(private.job_id, new_id())
    await catalogue.owned(own.job_id, viewer)
    cards = await container.get(JobCards)
    wanted = [shown.job_id, closed.job_id, private.job_id, own.job_id, new_id()]
    found = await cards.shown(viewer, wanted)
    assert {card.title for card in found.values()} == {"Baker", "Waiter"}
    assert found[shown.job_id].id == shown.job_id
    assert await cards.shown(viewer, []) == {}
