"""Reading people's notifications for the sockets of this process, many people at once."""

import asyncio
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.modules.messaging.api.models import FeedBatch, FeedPlace, FeedStart
from careercopilot.modules.messaging.api.use_cases.feed import ReadNotificationsAfter, StartFeed


class FeedReader:
    """Answers a crowd that is woken at once with a few questions to the store instead of one for each socket.

    Whoever asks while a question is under way waits for the next one, which asks for all of them; the same place
    is asked for once. ``reads_at_once`` bounds the questions, ``together`` the places in one.
    """

    def __init__(self, container: AsyncContainer, *, reads_at_once: int, together: int, batch: int) -> None:
        self._container = container
        self._reading = asyncio.Semaphore(reads_at_once)
        self._together = together
        self._batch = batch
        self._waiting: dict[FeedPlace, asyncio.Future[FeedBatch]] = {}
        self._planned = 0
        self._questions: set[asyncio.Task[None]] = set()

    async def start(self, user_id: UUID, last_event_id: UUID | None) -> FeedStart:
        """Return where this feed begins."""
        async with self._reading, self._container() as scope:
            start_feed: StartFeed = await scope.get(StartFeed)
            return await start_feed(user_id, last_event_id)

    async def after(self, user_id: UUID, position: int) -> FeedBatch:
        """Return what follows."""
        place = FeedPlace(user_id, position)
        answer = self._waiting.get(place)
        if answer is None:
            answer = self._waiting[place] = asyncio.get_running_loop().create_future()
            self._plan()
        # A socket that goes away must not take the answer from the others that wait for it.
        return await asyncio.shield(answer)

    def _plan(self) -> None:
        """See to it that the questions not yet asked have room for everybody who waits."""
        if self._planned * self._together >= len(self._waiting):
            return
        self._planned += 1
        question = asyncio.create_task(self._ask())
        self._questions.add(question)
        question.add_done_callback(self._questions.discard)

    async def _ask(self) -> None:
        """Ask for as many as wait by the time that it is this question's turn."""
        async with self._reading:
            self._planned -= 1
            places = list(self._waiting)[: self._together]
            answers = [self._waiting.pop(place) for place in places]
            try:
                async with self._container() as scope:
                    read_after: ReadNotificationsAfter = await scope.get(ReadNotificationsAfter)
                    batches = await read_after(places, self._batch)
            except BaseException as error:
                for answer in answers:
                    _fail(answer, error)
                if not isinstance(error, Exception):
                    raise
                return
        for answer, batch in zip(answers, batches, strict=True):
            if not answer.done():
                answer.set_result(batch)


def _fail(answer: "asyncio.Future[FeedBatch]", error: BaseException) -> None:
    if not answer.done():
        answer.set_exception(error)
        answer.exception()  # whoever waits sees it; with nobody left it is no news
