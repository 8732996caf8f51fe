"""Signals within one process."""

import asyncio
from collections import defaultdict
from collections.abc import Callable

from careercopilot.kernel.signals import Signal


class MemorySignals:
    """Calls listeners on the running loop, after whoever sent the signal has gone on."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, list[Callable[[str], None]]] = defaultdict(list)

    def subscribe(self, topic: str, listener: Callable[[str], None]) -> Callable[[], None]:
        self._listeners[topic].append(listener)
        return lambda: self._listeners[topic].remove(listener)

    def send(self, signal: Signal) -> None:
        """Tell every listener of the topic."""
        loop = asyncio.get_running_loop()
        for listener in self._listeners[signal.topic]:
            loop.call_soon(listener, signal.payload)

    async def start(self) -> None:
        """Nothing to open."""

    async def stop(self) -> None:
        """Nothing to close."""
