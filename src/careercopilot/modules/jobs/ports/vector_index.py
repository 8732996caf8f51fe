"""The store of vectors: what is near what. It holds nothing that cannot be computed again."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Protocol
from uuid import UUID

from careercopilot.kernel.errors import Unavailable
from careercopilot.modules.jobs.domain.likeness import Alike, Vector

AWAY: Final = "vector store is away"
NOT_CONFIGURED: Final = "no vector store is configured"


class VectorIndexUnavailable(Unavailable):
    """The vector store does not answer, or there is none; ``message`` says which."""

    def __init__(self, message: str = AWAY, retry_after: int = 5) -> None:
        super().__init__(message, retry_after)


class VectorIndex(Protocol):
    """Keeps a vector for each open job. Every method raises VectorIndexUnavailable.

    What is near is answered, or given up, within a second, since people wait for it; everything else within ten. For
    some seconds after a failure everything is given up at once.
    """

    async def put(self, vectors: Mapping[UUID, Vector]) -> None:
        """Store or replace."""
        ...

    async def remove(self, job_ids: Collection[UUID]) -> None:
        """Forget; harmless for jobs that are not there."""
        ...

    async def nearest(self, vector: Vector, limit: int) -> Sequence[Alike]:
        """Return the jobs nearest to a vector, the nearest first."""
        ...

    async def nearest_to(self, job_id: UUID, limit: int) -> Sequence[Alike] | None:
        """Return the other jobs nearest to one, the nearest first; None when that one is not there."""
        ...

    async def count(self) -> int:
        """Return how many jobs are there."""
        ...

    async def reset(self) -> None:
        """Forget everything, also what other embedders left."""
        ...
