"""The supervisor of all children."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from careercopilot.entrypoints.cli.supervisor.child_spec import ChildSpec
from careercopilot.entrypoints.cli.supervisor.keeper import Keeper, OnEvent
from careercopilot.entrypoints.cli.supervisor.lifeline import Lifeline

WATCH_EVERY = 1.0
Watch = Callable[[], Awaitable[None]]


class Supervisor:
    """Starts children in order, keeps them running, and stops them in reverse order.

    `watch` are checks of things that are not children of ours, called every second; one that raises is
    reported and called again. Use it from one event loop; `run` is the whole life in one call.
    """

    def __init__(
        self,
        children: Sequence[ChildSpec],
        *,
        watch: Sequence[Watch] = (),
        on_event: OnEvent = lambda *_: None,
    ) -> None:
        self._watch = tuple(watch)
        self._on_event = on_event
        self._lifeline = Lifeline()
        self._hurry = asyncio.Event()
        self._stopping = asyncio.Lock()
        self._closed = False
        self._keepers = [Keeper(spec, self._lifeline, on_event, self._hurry) for spec in children]

    async def run(self, stop: asyncio.Event, on_ready: Callable[[], None] = lambda: None) -> None:
        """Start, call `on_ready`, run until the event is set, and stop, whatever happens."""
        try:
            if await _unless(stop, self.start()):
                on_ready()
                await self.run_until(stop)
        finally:
            await self.stop()

    async def start(self) -> None:
        """Start the children in order, each when the one before is ready.

        Raises `SupervisorError` when one cannot be brought up; call `stop` then too.
        """
        for keeper in self._keepers:
            await keeper.start()

    async def run_until(self, stop: asyncio.Event) -> None:
        """Restart what dies until the event is set; raise `ChildKeepsDying` when that is hopeless."""
        keeping = [keeper.keep() for keeper in self._keepers]
        watching = [self._repeat(watch) for watch in self._watch]
        await _unless(stop, *keeping, *watching, _for_ever())

    async def stop(self) -> None:
        """Stop the children in reverse order. Safe to repeat; when cancelled it kills what is left."""
        async with self._stopping:
            if self._closed:
                return
            self._closed = True
            try:
                for keeper in reversed(self._keepers):
                    await keeper.stop()
            finally:
                for keeper in self._keepers:
                    keeper.kill()
                self._lifeline.close()

    def hurry(self) -> None:
        """Give children that are being stopped one second more instead of their full time."""
        self._hurry.set()

    async def _repeat(self, watch: Watch) -> None:
        while True:
            await asyncio.sleep(WATCH_EVERY)
            try:
                await watch()
            except Exception as error:  # noqa: BLE001 (whatever is wrong with it, it is asked again)
                self._on_event("watch.failed", {"error": str(error) or type(error).__name__})


async def _for_ever() -> None:
    await asyncio.Event().wait()


async def _unless(stop: asyncio.Event, *jobs: Coroutine[Any, Any, None]) -> bool:
    """Run the jobs together until all are done (True) or the event is set (False); the first error counts."""
    stopped = asyncio.ensure_future(stop.wait())
    tasks = {asyncio.ensure_future(job) for job in jobs}
    pending = tasks | {stopped}
    try:
        while not stopped.done() and pending - {stopped}:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        return not stopped.done()
    finally:
        for task in tasks | {stopped}:
            task.cancel()
        await asyncio.gather(*tasks, stopped, return_exceptions=True)
