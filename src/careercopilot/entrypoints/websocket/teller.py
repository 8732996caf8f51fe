"""Telling a client what is new for it."""

from typing import NoReturn
from uuid import UUID

from careercopilot.entrypoints.websocket import frames
from careercopilot.entrypoints.websocket.callers import Caller
from careercopilot.entrypoints.websocket.channel import Channel
from careercopilot.entrypoints.websocket.feed import FeedReader
from careercopilot.entrypoints.websocket.hub import Seat
from careercopilot.entrypoints.websocket.limits import Limits


class Teller:
    """Replay and live news are one and the same: whatever follows the position that was told last."""

    def __init__(self, channel: Channel, seat: Seat, caller: Caller, feed: FeedReader, limits: Limits) -> None:
        self._channel = channel
        self._seat = seat
        self._caller = caller
        self._feed = feed
        self._limits = limits

    async def run(self, last_event_id: UUID | None) -> NoReturn:
        """Tell until the caller may not listen any more, which raises NotAuthenticated.

        Raises ClientGone or ClientTooSlow when nobody reads.
        """
        start = await self._feed.start(self._caller.user_id, last_event_id)
        await self._channel.send(frames.ready(start))
        position = start.position
        while True:
            batch = await self._feed.after(self._caller.user_id, position)
            for view in batch.items:
                self._caller.demand()
                await self._channel.send(frames.notification(view))
            position = batch.position
            if len(batch.items) < self._limits.batch:
                await self._seat.rest(self._limits.recheck_every)
                self._caller.demand()
