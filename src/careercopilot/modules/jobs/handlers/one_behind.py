"""Storing one batch while the next is made ready."""

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Self


class OneBehind:
    """Runs one step at a time in the background. Leaving waits for the step under way, whatever the reason.

    A step is never cut: a transaction that is stopped in its commit would leave the ledger guessing.
    """

    def __init__(self) -> None:
        self._step: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, asyncio.CancelledError):
            await self._settle()
        elif self._step is not None:
            await asyncio.wait([self._step])

    async def run(self, step: Coroutine[None, None, None]) -> None:
        """Start the step once the one before has succeeded; raises what that one raised."""
        try:
            await self._settle()
        except BaseException:
            step.close()
            raise
        self._step = asyncio.create_task(step)

    async def _settle(self) -> None:
        step, self._step = self._step, None
        if step is None:
            return
        try:
            await asyncio.shield(step)
        except asyncio.CancelledError:
            await asyncio.wait([step])
            raise
