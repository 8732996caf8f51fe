"""Many sockets that are woken at once."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import pytest
from dishka import Provider, Scope

from careercopilot.entrypoints.websocket.feed import FeedReader
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.models import FeedBatch, FeedPlace
from careercopilot.modules.messaging.api.use_cases.feed import ReadNotificationsAfter
from tests.support.clock import FixedClock
from tests.support.containers import in_memory


class Store:
    """Answers each place with the next position, and remembers how it was asked."""

    def __init__(self) -> None:
        self.questions: list[Sequence[FeedPlace]] = []
        self.away = False
        self.open = asyncio.Event()
        self.open.set()

    async def __call__(self, places: Sequence[FeedPlace], limit: int) -> Sequence[FeedBatch]:
        self.questions.append(places)
        await self.open.wait()
        if self.away:
            raise Unavailable("the store is away")
        return [FeedBatch((), place.position + limit) for place in places]


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def reader(store: Store) -> FeedReader:
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(lambda: store, provides=ReadNotificationsAfter, override=True)
    container = in_memory(FixedClock(), provider)
    return FeedReader(container, reads_at_once=2, together=100, batch=50)


def people(count: int) -> list[UUID]:
    return [new_id() for _ in range(count)]


async def test_a_crowd_is_answered_with_few_questions(reader: FeedReader, store: Store) -> None:
    answers = await asyncio.gather(*(reader.after(user_id, at) for at, user_id in enumerate(people(1000))))
    assert [answer.position for answer in answers] == [at + 50 for at in range(1000)]
    assert sorted(len(places) for places in store.questions) == [100] * 10


async def test_the_sockets_of_one_person_share_an_answer(reader: FeedReader, store: Store) -> None:
    user_id = new_id()
    await asyncio.gather(*(reader.after(user_id, 7) for _ in range(10)))
    assert store.questions == [[FeedPlace(user_id, 7)]]


async def test_whoever_comes_while_a_question_is_under_way_is_in_the_next_one(reader: FeedReader, store: Store) -> None:
    store.open.clear()
    early = [asyncio.create_task(reader.after(user_id, 0)) for user_id in people(2)]
    await asyncio.sleep(0.01)
    late = [asyncio.create_task(reader.after(user_id, 0)) for user_id in people(150)]
    await asyncio.sleep(0.01)
    store.open.set()
    await asyncio.gather(*early, *late)
    assert [len(places) for places in store.questions] == [2, 100, 50]


async def test_an_outage_is_told_to_all_who_asked_and_to_nobody_later(reader: FeedReader, store: Store) -> None:
    store.away = True
    outcomes = await asyncio.gather(*(reader.after(user_id, 0) for user_id in people(3)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [Unavailable] * 3
    store.away = False
    assert (await reader.after(new_id(), 1)).position == 51


async def test_a_socket_that_goes_away_does_not_take_the_answer_from_another(reader: FeedReader, store: Store) -> None:
    store.open.clear()
    user_id = new_id()
    gone, there = (asyncio.create_task(reader.after(user_id, 3)) for _ in range(2))
    await asyncio.sleep(0.01)
    gone.cancel()
    store.open.set()
    assert (await there).position == 53
