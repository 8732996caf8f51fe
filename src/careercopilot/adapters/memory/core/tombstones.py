"""Tombstones in memory: the ids of people who were erased, and nothing else of them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession


class Tombstones:
    """When each person was erased, by id, in the transaction of the scope's unit of work."""

    def __init__(self, session: MemorySession, table: str) -> None:
        self._session = session
        self._table = table

    def keep(self, user_id: UUID, at: datetime) -> None:
        """Remember the person; the first time counts."""
        self._session.table(self._table).setdefault(user_id, at)

    def among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those of the people who were erased."""
        return frozenset(user_id for user_id in user_ids if user_id in self._session.table(self._table))
