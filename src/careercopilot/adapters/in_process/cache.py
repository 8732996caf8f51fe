"""A cache in the memory of one process."""

from collections import OrderedDict
from datetime import datetime, timedelta

from careercopilot.kernel.clock import Clock


class InProcessCache:
    """Bounded by entries and bytes; what was not asked for longest goes first."""

    MOST_ENTRIES = 10_000
    MOST_BYTES = 64 * 1024 * 1024

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: OrderedDict[str, tuple[bytes, datetime]] = OrderedDict()
        self._bytes = 0

    async def get(self, key: str) -> bytes | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        value, until = entry
        if until <= self._clock.now():
            self._drop(key)
            return None
        self._entries.move_to_end(key)
        return value

    async def put(self, key: str, value: bytes, lasts: timedelta) -> None:
        self._drop(key)
        if _size(key, value) > self.MOST_BYTES or lasts <= timedelta(0):
            return
        self._entries[key] = (value, self._clock.now() + lasts)
        self._bytes += _size(key, value)
        while len(self._entries) > self.MOST_ENTRIES or self._bytes > self.MOST_BYTES:
            self._drop(next(iter(self._entries)))

    def _drop(self, key: str) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._bytes -= _size(key, entry[0])


def _size(key: str, value: bytes) -> int:
    return len(key) + len(value)
