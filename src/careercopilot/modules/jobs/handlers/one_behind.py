"""Storing one batch while the next is made ready."""

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Self


class OneBehind:
    """Runs one step at a time in the background. Leaving waits for the step under way, whatever the reason."""

    def __init__(self) -> None:
        self._step: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, asyncio.CancelledError) and self._step is not None:
            await asyncio.wait([self._step])  # a transaction cut in its commit would leave the ledger guessing
        else:
            await self._settle()

    async def run(self, step: Coroutine[None, None, None]) -> None:
        """Start the step once the one before has succeeded; raises what that one raised."""
        try:
            await self._settle()
        except BaseException:
            step.close()
            raise
        self._step = asyncio.create_task(step)

    async def _settle(self) -> None:
        if self._step is not None:
            step = self._step
            await asyncio.shield(step)
            self._step = None
