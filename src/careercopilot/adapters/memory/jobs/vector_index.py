"""Vectors in memory."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from careercopilot.modules.jobs.domain.likeness import Alike, Vector


class MemoryVectorIndex:
    """Compares with every vector, each time."""

    def __init__(self) -> None:
        self._vectors: dict[UUID, Vector] = {}

    async def put(self, vectors: Mapping[UUID, Vector]) -> None:
        self._vectors.update(vectors)

    async def remove(self, job_ids: Collection[UUID]) -> None:
        for job_id in job_ids:
            self._vectors.pop(job_id, None)

    async def nearest(self, vector: Vector, limit: int) -> Sequence[Alike]:
        alike = [Alike(job_id, _likeness(vector, other)) for job_id, other in self._vectors.items()]
        return sorted(alike, key=lambda one: -one.likeness)[:limit]

    async def nearest_to(self, job_id: UUID, limit: int) -> Sequence[Alike] | None:
        if job_id not in self._vectors:
            return None
        near = await self.nearest(self._vectors[job_id], limit + 1)
        return [alike for alike in near if alike.job_id != job_id][:limit]

    async def count(self) -> int:
        return len(self._vectors)

    async def reset(self) -> None:
        self._vectors.clear()


def _likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of the angle between two vectors, 0 when it is beyond a right one."""
    lengths = (sum(a * a for a in one) * sum(b * b for b in other)) ** 0.5
    return max(0.0, min(1.0, sum(a * b for a, b in zip(one, other, strict=True)) / lengths)) if lengths else 0.0
