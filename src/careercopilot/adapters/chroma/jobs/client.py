"""Chroma's own client. It takes half a second and 50 MB to import, so a process that never asks does without."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit


class Collection(Protocol):
    """What is used of a collection."""

    async def upsert(self, *, ids: list[str], embeddings: list[Sequence[float]]) -> None:
        """Store or replace."""
        ...

    async def delete(self, *, ids: list[str]) -> object:
        """Forget; unknown ids are ignored."""
        ...

    async def get(self, *, ids: list[str], include: list[str]) -> Mapping[str, Any]:
        """Return what is there of these."""
        ...

    async def query(
        self, *, query_embeddings: list[Sequence[float]], n_results: int, include: list[str]
    ) -> Mapping[str, Any]:
        """Return the nearest, with their distances, for each vector asked with."""
        ...

    async def count(self) -> int:
        """Return how many there are."""
        ...


class Library:
    """The imported library."""

    def __init__(self) -> None:
        from chromadb import AsyncHttpClient  # noqa: PLC0415 - see above
        from chromadb.api.shared_system_client import SharedSystemClient  # noqa: PLC0415
        from chromadb.config import Settings  # noqa: PLC0415

        self._make = AsyncHttpClient
        self._settings = Settings
        self._forget = SharedSystemClient.clear_system_cache

    async def connect(self, url: str) -> "Client":
        """Return a client of the server at this address."""
        address = urlsplit(url)
        secure = address.scheme == "https"
        port = address.port or (443 if secure else 8000)
        settings = self._settings(anonymized_telemetry=False)
        try:
            made = await self._make(host=str(address.hostname), port=port, ssl=secure, settings=settings)
        finally:
            self._forget()  # what the library remembers of each client, also of those that never came to be
        return Client(made)


class Client:
    """A connected client."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - the library's type would have to be imported for its name
        self._client = client

    async def collection(self, name: str) -> Collection:
        """Find or make a collection in which near means a small angle."""
        made: Collection = await self._client.get_or_create_collection(
            name, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
        )
        return made

    async def delete_collections(self, prefix: str) -> None:
        """Delete every collection whose name begins so."""
        for found in await self._client.list_collections():
            if found.name.startswith(prefix):
                await self._client.delete_collection(found.name)

    async def aclose(self) -> None:
        """Close the connections; the library itself offers no way to."""
        await self._client._server.__aexit__(None, None, None)  # noqa: SLF001
