"""A real Chroma that goes away and comes back, loses its memory, or never answers."""

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from dishka import AsyncContainer

from careercopilot.adapters.chroma.jobs.health import ChromaHealthProbe
from careercopilot.adapters.chroma.jobs.index import ChromaVectorIndex
from careercopilot.adapters.chroma.jobs.store import ChromaStore
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.doctor import Finding, examine
from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.ports.vector_index import VectorIndex, VectorIndexUnavailable
from tests.support.chroma_server import ChromaServer
from tests.support.clock import FixedClock
from tests.support.containers import settings, with_clock
from tests.support.job_catalogue import CatalogueOf, an_entry
from tests.support.likeness import index_all, index_once, similar

VIEWER = new_id()
WARD = "You care for patients on the ward, give medication and dress wounds."


class Time:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ChromaServer]:
    with ChromaServer(tmp_path) as running:
        yield running


@pytest.fixture
async def house(database_url: str, clock: FixedClock, server: ChromaServer) -> AsyncIterator[AsyncContainer]:
    """The whole wiring on PostgreSQL and a Chroma of its own."""
    container = postgres_container(settings(pool_size=4, chroma_url=server.url), database_url, with_clock(clock))
    yield container
    await container.close()


async def answered_by_vectors(house: AsyncContainer, job_id: object) -> bool:
    return (await similar(house, VIEWER, job_id)).by == "vectors"  # type: ignore[arg-type]


async def test_words_answer_while_it_is_away_and_vectors_when_it_is_back(
    house: AsyncContainer, server: ChromaServer
) -> None:
    catalogue = CatalogueOf(house)
    job, _ = await catalogue.add(*(an_entry("Night nurse", company=name, text=WARD) for name in ("A", "B")))
    assert await index_all(house) == (2, 0)
    assert await answered_by_vectors(house, job)
    server.stop()
    found = await similar(house, VIEWER, job)
    assert (found.by, found.reason, len(found.jobs)) == ("words", "vector store is away", 1)
    begun = time.monotonic()
    assert not await answered_by_vectors(house, job)
    assert time.monotonic() - begun < 0.5, "nobody waits for a store that has just not answered"
    server.start()
    async with asyncio.timeout(15):
        while not await answered_by_vectors(house, job):  # noqa: ASYNC110 - the store is left alone for some seconds
            await asyncio.sleep(0.2)
    assert (await (await house.get(VectorIndex)).count()) == 2


async def test_a_store_that_lost_its_memory_is_filled_again(
    house: AsyncContainer, server: ChromaServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    catalogue = CatalogueOf(house)
    job, _ = await catalogue.add(*(an_entry("Night nurse", company=name, text=WARD) for name in ("A", "B")))
    await index_all(house)
    server.stop()
    server.data_dir = tmp_path_factory.mktemp("empty")
    server.start()
    assert await index_all(house) == (2, 0)
    assert await answered_by_vectors(house, job)


async def test_another_process_begins_anew_while_this_one_works(server: ChromaServer) -> None:
    mine, others = (ChromaStore(server.url, "careercopilot-jobs-shared") for _ in range(2))
    index = ChromaVectorIndex(mine)
    await index.put({new_id(): [1.0, 0.0]})
    await ChromaVectorIndex(others).reset()
    assert await index.count() == 0
    await index.put({new_id(): [1.0, 0.0]})
    assert await ChromaVectorIndex(others).count() == 1
    await mine.aclose()
    await others.aclose()


async def test_a_store_that_never_answers_is_given_up_within_a_second_and_then_left_alone() -> None:
    clock = Time()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = ChromaStore(f"http://127.0.0.1:{silent.getsockname()[1]}", "careercopilot-jobs-x", clock)
        index = ChromaVectorIndex(store)
        begun = time.monotonic()
        with pytest.raises(VectorIndexUnavailable):
            await index.nearest([1.0], 5)
        first = time.monotonic() - begun
        begun = time.monotonic()
        with pytest.raises(VectorIndexUnavailable):
            await index.nearest([1.0], 5)
        again = time.monotonic() - begun
        await store.aclose()
    assert first < 3
    assert again < 0.05


async def test_it_is_told_once_that_the_store_is_away_and_once_that_it_is_back(
    server: ChromaServer, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Time()
    store = ChromaStore(server.url, "careercopilot-jobs-x", clock)
    index = ChromaVectorIndex(store)
    await index.count()
    server.stop()
    for _ in range(3):
        with pytest.raises(VectorIndexUnavailable):
            await index.count()
        clock.now += 6
    server.start()
    await index.count()
    await index.count()
    await store.aclose()
    told = capsys.readouterr().out
    assert (told.count("vector-store.away"), told.count("vector-store.back")) == (1, 1)


async def test_without_a_store_words_answer_and_nothing_is_lost(database_url: str, clock: FixedClock) -> None:
    container = postgres_container(settings(pool_size=4, chroma_url="off"), database_url, with_clock(clock))
    job, _ = await CatalogueOf(container).add(*(an_entry("Night nurse", company=n, text=WARD) for n in ("A", "B")))
    found = await similar(container, VIEWER, job)
    assert (found.by, found.reason) == ("words", "no vector store is configured")
    assert (await index_once(container)).away == "no vector store is configured"
    await container.close()


async def test_the_doctor_compares_the_store_with_the_catalogue(
    house: AsyncContainer, server: ChromaServer, database_url: str
) -> None:
    chosen = settings(pool_size=2, pool_overflow=2, database_url=database_url, chroma_url=server.url)

    async def found() -> Finding:
        return {finding.subject: finding for finding in await examine(chosen)}["vector store"]

    await CatalogueOf(house).add(*(an_entry("Night nurse", text=WARD) for _ in range(3)))
    missing = await found()
    assert (missing.ok, "careercopilot reindex" in missing.detail) == (False, True)
    await index_all(house)
    assert await found() == Finding("vector store", ok=True, detail="3 of 3 open jobs are in it, 0 wait")
    server.stop()
    assert not (await found()).ok


async def test_health_says_whether_it_answers(server: ChromaServer) -> None:
    probe = ChromaHealthProbe(server.url)
    assert (await probe.check()).status == "up"
    server.stop()
    down = await probe.check()
    assert (down.status, bool(down.detail)) == ("down", True)


def test_a_second_server_on_the_same_data_waits_for_the_first(tmp_path: Path) -> None:
    with ChromaServer(tmp_path) as first:
        second = ChromaServer(tmp_path)
        program = (sys.executable, "-m", "careercopilot.entrypoints.cli.vector_server")
        waiting = subprocess.Popen([*program, "--data-dir", str(tmp_path), "--port", str(second.port)])
        time.sleep(1)
        assert waiting.poll() is None
        assert not second.answers()
        first.stop()
        deadline = time.monotonic() + 10
        while not second.answers() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert second.answers()
        waiting.terminate()
        assert waiting.wait(10) == 0
