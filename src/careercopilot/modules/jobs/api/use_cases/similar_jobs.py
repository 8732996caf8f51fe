"""Likeness between jobs: asking for it, and keeping the vectors that it is found by."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.api.similar_jobs import SimilarJobs, VectorBatch, VectorState


class FindSimilarJobs(Protocol):
    """Look for jobs like one."""

    async def __call__(self, viewer_id: UUID, job_id: UUID, limit: int = 10) -> SimilarJobs:
        """Return at most ``limit`` open jobs that the viewer has not hidden, never the job itself.

        Openings of one employer with one title count as one, and an employer with many does not crowd out the
        others. While the vector store cannot answer, words of the title find them. Raises JobNotFound, InvalidInput.
        """
        ...


class IndexVectors(Protocol):
    """Bring the vector store up to date."""

    async def __call__(self) -> VectorBatch:
        """Work off one batch of the backlog; nothing done and nothing away means that it is empty.

        An empty store is filled again with all open jobs. Can run any number of times, also at once.
        """
        ...


class RebuildVectors(Protocol):
    """Begin anew."""

    async def __call__(self) -> int:
        """Empty the vector store and put every open job on the backlog; return how many.

        Raises Unavailable while the store is away, and leaves everything as it is.
        """
        ...


class ViewVectorState(Protocol):
    """Compare the vector store with the catalogue."""

    async def __call__(self) -> VectorState:
        """Return the counts of both."""
        ...
