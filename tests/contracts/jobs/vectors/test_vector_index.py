"""What a vector index promises: in memory, and a real Chroma over HTTP."""

import math
from collections.abc import AsyncIterator
from itertools import count

import pytest

from careercopilot.adapters.chroma.jobs.index import ChromaVectorIndex
from careercopilot.adapters.chroma.jobs.store import ChromaStore
from careercopilot.adapters.memory.jobs.vector_index import MemoryVectorIndex
from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.domain.likeness import Vector
from careercopilot.modules.jobs.ports.vector_index import VectorIndex
from tests.support.chroma_server import ChromaServer

_numbers = count(1)


@pytest.fixture
async def chroma_index(chroma_server: ChromaServer) -> AsyncIterator[VectorIndex]:
    store = ChromaStore(chroma_server.url, f"careercopilot-jobs-test-{next(_numbers)}")
    yield ChromaVectorIndex(store)
    await store.aclose()


@pytest.fixture(params=["memory", "chroma"])
def index(request: pytest.FixtureRequest) -> VectorIndex:
    if request.param == "memory":
        return MemoryVectorIndex()
    return request.getfixturevalue("chroma_index")  # type: ignore[no-any-return]


def towards(degrees: float) -> Vector:
    """A vector of length 1 in a plane."""
    return [math.cos(math.radians(degrees)), math.sin(math.radians(degrees)), 0.0, 0.0]


async def test_the_nearest_come_first_with_how_near_they_are(index: VectorIndex) -> None:
    near, far, opposite = new_id(), new_id(), new_id()
    await index.put({far: towards(60), opposite: towards(180), near: towards(10)})
    found = await index.nearest(towards(0), 10)
    assert [alike.job_id for alike in found] == [near, far, opposite]
    assert [alike.likeness for alike in found] == pytest.approx([math.cos(math.radians(10)), 0.5, 0.0], abs=1e-3)
    assert [alike.job_id for alike in await index.nearest(towards(0), 1)] == [near]


async def test_a_job_is_not_among_those_near_to_it(index: VectorIndex) -> None:
    one, twin, other = new_id(), new_id(), new_id()
    await index.put({one: towards(0), twin: towards(0), other: towards(20)})
    found = await index.nearest_to(one, 1)
    assert found is not None
    assert [alike.job_id for alike in found] == [twin]
    assert found[0].likeness == pytest.approx(1.0, abs=1e-3)


async def test_of_a_job_that_is_not_there_nothing_is_known(index: VectorIndex) -> None:
    await index.put({new_id(): towards(0)})
    assert await index.nearest_to(new_id(), 5) is None


async def test_an_empty_index_answers(index: VectorIndex) -> None:
    assert await index.count() == 0
    assert list(await index.nearest(towards(0), 5)) == []
    assert await index.nearest_to(new_id(), 5) is None


async def test_what_is_put_again_is_replaced(index: VectorIndex) -> None:
    moved, still = new_id(), new_id()
    await index.put({moved: towards(0), still: towards(40)})
    await index.put({moved: towards(90)})
    assert await index.count() == 2
    assert [alike.job_id for alike in await index.nearest(towards(0), 5)] == [still, moved]


async def test_what_is_removed_is_gone_and_removing_it_again_harms_nothing(index: VectorIndex) -> None:
    gone, kept = new_id(), new_id()
    await index.put({gone: towards(0), kept: towards(5)})
    await index.remove([gone, new_id()])
    await index.remove([gone])
    await index.remove([])
    assert [alike.job_id for alike in await index.nearest(towards(0), 5)] == [kept]
    assert await index.count() == 1


async def test_many_go_in_and_out_at_once(index: VectorIndex) -> None:
    jobs = {new_id(): towards(number / 10) for number in range(1_203)}
    await index.put(jobs)
    await index.put({})
    assert await index.count() == 1_203
    await index.remove(list(jobs)[:1_100])
    assert await index.count() == 103


async def test_after_a_reset_it_is_empty_and_can_be_filled_again(index: VectorIndex) -> None:
    await index.put({new_id(): towards(0)})
    await index.reset()
    assert await index.count() == 0
    job = new_id()
    await index.put({job: towards(0)})
    assert [alike.job_id for alike in await index.nearest(towards(1), 5)] == [job]


async def test_a_vector_of_no_words_harms_nothing(index: VectorIndex) -> None:
    silent, job = new_id(), new_id()
    await index.put({silent: [0.0] * 4, job: towards(0)})
    assert await index.count() == 2
    near = await index.nearest_to(silent, 5)
    assert near is not None
    assert all(0.0 <= alike.likeness <= 1.0 for alike in near)
