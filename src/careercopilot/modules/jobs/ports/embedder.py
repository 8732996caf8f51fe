"""Turning words into vectors."""

from collections.abc import Sequence
from typing import Protocol

from careercopilot.modules.jobs.domain.likeness import JobWords, Vector


class Embedder(Protocol):
    """Places jobs in a space where like ones are near each other."""

    @property
    def name(self) -> str:
        """The method, its version and the space's dimension: vectors of different names are never compared."""
        ...

    @property
    def least_likeness(self) -> float:
        """Below this, two jobs are alike by chance."""
        ...

    def embed(self, jobs: Sequence[JobWords]) -> Sequence[Vector]:
        """Return a vector of length 1 (or 0, of no words) for each. The same words give the same vector, always.

        Computes: call it in a thread.
        """
        ...
