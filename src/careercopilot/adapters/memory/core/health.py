"""Heartbeats in memory."""

from datetime import datetime

from careercopilot.kernel.clock import Clock


class MemoryHeartbeats:
    """The last beat of each process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.beats: dict[str, tuple[str, datetime]] = {}

    async def beat(self, process: str, kind: str) -> None:
        self.beats[process] = (kind, self._clock.now())

    async def end(self, process: str) -> None:
        self.beats.pop(process, None)
