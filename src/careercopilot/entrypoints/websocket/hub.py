"""Who listens in this process, and how they are woken."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from uuid import UUID

from careercopilot.entrypoints.websocket.farewell import RESTARTING, Farewell
from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.kernel.signals import LIVE, Signals
from careercopilot.kernel.waiting import happens_within

_PARTING_WITHIN = 3.0


class TooManySockets(Exception):
    """The user has as many sockets in this process as one may have."""


class Seat:
    """A socket's place: one bit that says "look again", however often it was woken, and a way to be sent off."""

    def __init__(self, user_id: UUID) -> None:
        self.user_id = user_id
        self._woken = asyncio.Event()
        self._sent_off: asyncio.Future[Farewell] = asyncio.get_running_loop().create_future()

    def wake(self) -> None:
        """Let ``rest`` return, now or as soon as it is called."""
        self._woken.set()

    async def rest(self, longest: float) -> None:
        """Wait until woken since the last ``rest``, at most so long."""
        await happens_within(longest, self._woken)
        self._woken.clear()

    def send_off(self, farewell: Farewell) -> None:
        """Ask the socket to close."""
        if not self._sent_off.done():
            self._sent_off.set_result(farewell)

    async def sent_off(self) -> Farewell:
        """Wait until asked to close."""
        return await asyncio.shield(self._sent_off)


class LiveHub:
    """Hears the signals of all processes and wakes the sockets of the users they name.

    A signal carries no news, only the advice to look into the store: one that is lost, doubled or late harms
    nothing.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._seats: defaultdict[UUID, set[Seat]] = defaultdict(set)
        self._stop_hearing: Callable[[], None] | None = None
        self._nobody_here = asyncio.Event()
        self._nobody_here.set()
        self._closing = False

    def __len__(self) -> int:
        """Return how many sockets listen in this process."""
        return sum(len(seats) for seats in self._seats.values())

    def start(self, signals: Signals) -> None:
        """Begin to hear."""
        self._stop_hearing = signals.subscribe(LIVE, self._hear)

    async def stop(self) -> None:
        """Send everybody off and wait a moment until they are gone."""
        self._closing = True
        if self._stop_hearing is not None:
            self._stop_hearing()
            self._stop_hearing = None
        for seats in self._seats.values():
            for seat in seats:
                seat.send_off(RESTARTING)
        await happens_within(_PARTING_WITHIN, self._nobody_here)

    def join(self, user_id: UUID) -> Seat:
        """Take a seat. Raises TooManySockets."""
        if len(self._seats.get(user_id, ())) >= self.limits.sockets_per_user:
            raise TooManySockets
        seat = Seat(user_id)
        self._seats[user_id].add(seat)
        self._nobody_here.clear()
        if self._closing:
            seat.send_off(RESTARTING)
        return seat

    def leave(self, seat: Seat) -> None:
        """Give the seat up."""
        self._seats[seat.user_id].discard(seat)
        if not self._seats[seat.user_id]:
            del self._seats[seat.user_id]
        if not self._seats:
            self._nobody_here.set()

    def _hear(self, payload: str) -> None:
        """Wake the user that is named, or everybody when signals may have been missed."""
        for user_id in _named(payload) if payload else tuple(self._seats):
            for seat in self._seats.get(user_id, ()):
                seat.wake()


def _named(payload: str) -> tuple[UUID, ...]:
    try:
        return (UUID(payload),)
    except ValueError:
        return ()
