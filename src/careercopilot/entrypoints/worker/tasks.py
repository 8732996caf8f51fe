"""The tasks, by the names that code kicks them with, and when each runs by itself.

Every one looks for its own work in the database, so it can run at any time, any number of times, also at once;
the row that a kick names only says why it was woken.
"""

from collections.abc import Awaitable, Callable
from uuid import UUID

from dishka import AsyncContainer
from taskiq import AsyncBroker

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.worker.housekeeping import forget_what_is_past
from careercopilot.entrypoints.worker.ingestion import DueBoards, sweep_lost_runs

_MINUTE = 60
_HOUR = 60 * _MINUTE


async def register_tasks(broker: AsyncBroker, container: AsyncContainer) -> None:
    """Put every task on the broker; one line each."""
    due_boards = DueBoards(container, (await container.get(Settings)).ingest_concurrency)
    _register(broker, "jobs.ingest-due", due_boards.run, every=_MINUTE)
    _register(broker, "jobs.sweep-lost-runs", lambda: sweep_lost_runs(container), every=_MINUTE)
    _register(broker, "core.forget-what-is-past", lambda: forget_what_is_past(container), every=_HOUR)


def _register(broker: AsyncBroker, name: str, work: Callable[[], Awaitable[None]], *, every: int) -> None:
    async def task(row_id: UUID | None = None) -> None:  # noqa: ARG001 - a kick names a row, the schedule none
        await work()

    broker.register_task(task, task_name=name, schedule=[{"interval": every, "schedule_id": name}])
