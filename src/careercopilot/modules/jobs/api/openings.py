"""What contexts above jobs keep account of."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class RunArrivals:
    """How many jobs nobody knew before a run of a board has found so far, and when the run began."""

    run_id: UUID
    board_id: UUID
    started_at: datetime
    new: int
