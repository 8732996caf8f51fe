"""The way to Chroma: found on first use, given up in time, not knocked at while nobody answers."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from careercopilot.adapters.chroma.jobs.client import Client, Collection, Library
from careercopilot.kernel.circuit import Circuit
from careercopilot.modules.jobs.ports.vector_index import VectorIndexUnavailable

_log = structlog.get_logger("careercopilot.vectors")
_LEFT_ALONE = 5.0

T = TypeVar("T")


class ChromaStore:
    """One collection of one server. Says once in the log that the server is away, and once that it is back."""

    def __init__(self, url: str, collection: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url
        self._name = collection
        self._clock = clock
        self._loading: asyncio.Task[Library] | None = None
        self._connecting = asyncio.Lock()
        self._client: Client | None = None
        self._collection: Collection | None = None
        self._circuit = Circuit(_LEFT_ALONE)

    async def use(self, patience: float, act: Callable[[Collection], Awaitable[T]]) -> T:
        """Act on the collection. Raises VectorIndexUnavailable, at once while the server is left alone."""

        async def once() -> T:
            if self._collection is None:
                self._collection = await (await self._connected()).collection(self._name)
            return await act(self._collection)

        async def again() -> T:
            try:
                return await once()
            except Exception as error:
                if type(error).__name__ != "NotFoundError":
                    raise
                self._collection = None  # the server lost it, or somebody began anew: there will be another
                return await once()

        return await self._bounded(patience, again)

    async def forget(self, patience: float, prefix: str) -> None:
        """Delete all collections whose name begins so."""

        async def delete() -> None:
            self._collection = None
            await (await self._connected()).delete_collections(prefix)

        await self._bounded(patience, delete)

    async def aclose(self) -> None:
        """Close what is open."""
        loading, self._loading = self._loading, None
        if loading is not None:
            loading.cancel()
            await asyncio.gather(loading, return_exceptions=True)
        client, self._client, self._collection = self._client, None, None
        if client is not None:
            await client.aclose()

    async def _connected(self) -> Client:
        """Return the one client, made by whoever asks first."""
        library = await self._imported()
        async with self._connecting:
            if self._client is None:
                self._client = await library.connect(self._url)
            return self._client

    async def _imported(self) -> Library:
        """Return the library; importing it goes on when whoever asked for it has lost patience."""
        if self._loading is None:
            self._loading = asyncio.create_task(asyncio.to_thread(Library), name="chroma-library")
        return await asyncio.shield(self._loading)

    async def _bounded(self, patience: float, act: Callable[[], Awaitable[T]]) -> T:
        if not self._circuit.admits(self._clock()):
            raise VectorIndexUnavailable
        try:
            async with asyncio.timeout(patience):
                done = await act()
        except Exception as error:
            # The library raises what it likes, down to bare Exception: whatever it is, there is no answer.
            if self._loading is None or self._loading.done():  # or the server was not even asked yet
                self._failed(error)
            raise VectorIndexUnavailable from error
        if self._circuit.succeeded():
            _log.info("vector-store.back")
        return done

    def _failed(self, error: Exception) -> None:
        self._collection = None
        if self._circuit.failed(self._clock()):
            _log.warning("vector-store.away", error=type(error).__name__, reason=str(error)[:200])
