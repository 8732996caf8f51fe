"""Keeping one child alive."""

import asyncio
from collections.abc import Callable
from typing import Any

from careercopilot.entrypoints.cli.supervisor.child import Child
from careercopilot.entrypoints.cli.supervisor.child_spec import ChildSpec
from careercopilot.entrypoints.cli.supervisor.errors import ChildKeepsDying, ChildNotReady, SupervisorError
from careercopilot.entrypoints.cli.supervisor.lifeline import Lifeline
from careercopilot.entrypoints.cli.supervisor.readiness import becomes_ready
from careercopilot.entrypoints.cli.supervisor.restarts import FAILED_STARTS, Restarts

OnEvent = Callable[[str, dict[str, Any]], None]
UP_LONG_ENOUGH = 5.0  # what counts as a good start of a child that has no readiness to ask for


class Keeper:
    """Starts a child, waits until it is ready, and starts it again whenever it ends."""

    def __init__(self, spec: ChildSpec, lifeline: Lifeline, on_event: OnEvent, hurry: asyncio.Event) -> None:
        self.spec = spec
        self._lifeline = lifeline
        self._on_event = on_event
        self._hurry = hurry
        self._restarts = Restarts()
        self._child: Child | None = None
        self._ready = False

    async def start(self) -> None:
        """Start it and, unless it is a background child, wait until it is ready."""
        child = self._launch()
        while not self.spec.background and not await self._becomes_ready(child):
            if not child.has_ended():
                raise ChildNotReady(self.spec.name, self.spec.ready_timeout, child.last_lines())
            await self._after_death(child)
            child = self._launch()

    async def keep(self) -> None:
        """Watch it for ever; raise `ChildKeepsDying` when it cannot be brought up, unless it is dispensable."""
        while True:
            child = self._launch()
            if not self._ready and not await self._becomes_ready(child):
                await child.stop(self._hurry)  # it hangs: a fresh one may do better
            await child.wait()
            await self._after_death(child)

    async def stop(self) -> None:
        """End it, by force when it does not end by itself in time."""
        child = self._child
        if child is None or child.has_ended():
            return
        self._tell("child.stopping", pid=child.pid)
        by_itself = await child.stop(self._hurry)
        self._tell("child.stopped", pid=child.pid, forced=not by_itself)

    def kill(self) -> None:
        """End it at once."""
        if self._child is not None:
            self._child.kill()

    def _launch(self) -> Child:
        if self._child is None or self._child.has_ended():
            self._ready = False
            try:
                self._child = Child(self.spec, self._lifeline)
            except OSError as error:
                message = f"{self.spec.name} cannot be started: {error}"
                raise SupervisorError(message, self.spec.name, ()) from error
            self._tell("child.started", pid=self._child.pid)
        return self._child

    async def _becomes_ready(self, child: Child) -> bool:
        self._ready = await becomes_ready(child)
        if self._ready:
            self._tell("child.ready", pid=child.pid, seconds=round(child.age, 2))
        return self._ready

    async def _after_death(self, child: Child) -> None:
        was_ready = self._ready if self.spec.ready else child.age >= UP_LONG_ENOUGH
        delay = self._restarts.died(age=child.age, was_ready=was_ready)
        self._tell("child.exited", pid=child.pid, exit_code=child.exit_code, restart_in=delay)
        if self._restarts.hopeless and not self.spec.dispensable:
            raise ChildKeepsDying(self.spec.name, FAILED_STARTS, child.last_lines())
        await asyncio.sleep(delay)

    def _tell(self, event: str, **facts: Any) -> None:  # noqa: ANN401 (facts for a log line)
        self._on_event(event, {"child": self.spec.name, **facts})
