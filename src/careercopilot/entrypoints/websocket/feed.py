"""A person's notifications, read from the store in a scope of its own each time."""

import asyncio
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.modules.messaging.api.models import FeedBatch, FeedStart
from careercopilot.modules.messaging.api.use_cases.feed import ReadNotificationsAfter, StartFeed


class Feed:
    """Reads for one socket; ``reading`` keeps a crowd that is woken at once from taking every connection."""

    def __init__(self, container: AsyncContainer, reading: asyncio.Semaphore, user_id: UUID) -> None:
        self._container = container
        self._reading = reading
        self._user_id = user_id

    async def start(self, last_event_id: UUID | None) -> FeedStart:
        """Return where this feed begins."""
        async with self._reading, self._container() as scope:
            start_feed: StartFeed = await scope.get(StartFeed)
            return await start_feed(self._user_id, last_event_id)

    async def after(self, position: int, limit: int) -> FeedBatch:
        """Return what follows."""
        async with self._reading, self._container() as scope:
            read_after: ReadNotificationsAfter = await scope.get(ReadNotificationsAfter)
            return await read_after(self._user_id, position, limit)
