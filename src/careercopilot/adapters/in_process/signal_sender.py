"""Sending signals in the background, so that nobody who commits waits for whoever carries them."""

import asyncio
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import islice

import structlog

from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.signals import Signal, SignalCarrier
from careercopilot.kernel.waiting import asked_to_end

_log = structlog.get_logger(__name__)
_MOST_WAITING = 10_000
_BATCH = 500
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.25, 2.0
_TIME_TO_FINISH = 1.0


class InProcessSignalSender:
    """Keeps what is to be sent, each signal once, the oldest first; ``start`` and ``stop`` frame its life.

    While the way is blocked, signals wait here and go when it is free again; of too many, the oldest are forgotten.
    """

    def __init__(self, carriers: Mapping[str, SignalCarrier], carrier_of_the_rest: SignalCarrier) -> None:
        self._carriers = carriers
        self._carrier_of_the_rest = carrier_of_the_rest
        self._waiting: dict[Signal, None] = {}
        self._told = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._task: asyncio.Task[None] | None = None

    def send(self, signals: Collection[Signal]) -> None:
        if not signals:
            return
        self._waiting.update(dict.fromkeys(signals))
        self._forget_what_is_too_much()
        self._idle.clear()
        self._told.set()

    async def start(self) -> None:
        """Begin to send."""
        self._task = asyncio.create_task(self._keep_sending(), name="signal-sender")

    async def stop(self) -> None:
        """Send what is left, if that takes no longer than a second."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_TIME_TO_FINISH):
                await self._idle.wait()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _keep_sending(self) -> None:
        pause = 0.0
        while not asked_to_end():
            await self._told.wait()
            batch = tuple(islice(self._waiting, _BATCH))
            for signal in batch:
                del self._waiting[signal]
            left = await self._carry(batch)
            if left:
                self._waiting = dict.fromkeys(left) | self._waiting
                self._forget_what_is_too_much()
                if not pause:
                    _log.warning("signals.held-back")
                pause = min(_LONGEST_PAUSE, max(_SHORTEST_PAUSE, pause * 2))
                await asyncio.sleep(pause)
            elif pause:
                pause = 0.0
                _log.info("signals.sent-again")
            if not self._waiting:
                self._told.clear()
                self._idle.set()

    async def _carry(self, batch: Collection[Signal]) -> list[Signal]:
        """Return what could not be carried."""
        ways: dict[SignalCarrier, list[Signal]] = {}
        for signal in batch:
            ways.setdefault(self._carriers.get(signal.topic, self._carrier_of_the_rest), []).append(signal)
        left: list[Signal] = []
        for carrier, signals in ways.items():
            try:
                await carrier.carry(signals)
            except Unavailable:
                left += signals
            except Exception:  # noqa: BLE001 - logged with its trace; whoever waits for the signal looks anyway
                _log.exception("signals.not-sent")
        return left

    def _forget_what_is_too_much(self) -> None:
        for signal in tuple(islice(self._waiting, max(0, len(self._waiting) - _MOST_WAITING))):
            del self._waiting[signal]
