"""The index of an installation that has no vector store."""

from collections.abc import Collection, Mapping, Sequence
from typing import NoReturn
from uuid import UUID

from careercopilot.modules.jobs.domain.likeness import Alike, Vector
from careercopilot.modules.jobs.ports.vector_index import NOT_CONFIGURED, VectorIndexUnavailable


class NoVectorIndex:
    """Answers nothing, and says why."""

    async def put(self, vectors: Mapping[UUID, Vector]) -> None:  # noqa: ARG002 - the port's signature
        _refuse()

    async def remove(self, job_ids: Collection[UUID]) -> None:  # noqa: ARG002
        _refuse()

    async def nearest(self, vector: Vector, limit: int) -> Sequence[Alike]:  # noqa: ARG002
        _refuse()

    async def nearest_to(self, job_id: UUID, limit: int) -> Sequence[Alike] | None:  # noqa: ARG002
        _refuse()

    async def count(self) -> int:
        _refuse()

    async def reset(self) -> None:
        _refuse()


def _refuse() -> NoReturn:
    raise VectorIndexUnavailable(NOT_CONFIGURED, retry_after=0)
