"""Waking workers. What has to be done is a row in the database; a kick only says that it is there."""

from typing import Protocol
from uuid import UUID


class TaskQueue(Protocol):
    """Wakes a worker, once the open unit of work is committed."""

    def kick(self, task: str, row_id: UUID) -> None:
        """Ask for ``task`` to be run on the row soon. May be lost: a sweeper finds what was forgotten."""
        ...
