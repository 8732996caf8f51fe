"""The tasks, by the names that code kicks them with, and when each runs by itself.

Every one looks for its own work in the database, so it can run at any time, any number of times, also at once;
the row that a kick names only says why it was woken.
"""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog
from dishka import AsyncContainer
from taskiq import AsyncBroker

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.worker.alerts import match_saved_searches
from careercopilot.entrypoints.worker.erasure import repeat_erasures
from careercopilot.entrypoints.worker.housekeeping import forget_what_is_past
from careercopilot.entrypoints.worker.ingestion import DueBoards, sweep_lost_runs
from careercopilot.entrypoints.worker.mail import announce, deliver_mail
from careercopilot.entrypoints.worker.one_at_a_time import OneAtATime
from careercopilot.entrypoints.worker.vectors import index_vectors

_log = structlog.get_logger("careercopilot.tasks")
_MINUTE = 60
_HOUR = 60 * _MINUTE


class RunningTasks:
    """What is being done in this process, so that it can be ended before what it works with is closed."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self.begun: dict[str, float] = {}  # when each was begun last, by the loop's clock

    async def run(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work as a part of the running task."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine that runs has a task
        self._tasks.add(task)
        self.begun[name] = asyncio.get_running_loop().time()
        try:
            await work()
        except asyncio.CancelledError:  # the process stops; what is left to do is still in the database
            _log.info("task.interrupted", task=name)
        finally:
            self._tasks.discard(task)

    async def stop(self) -> None:
        """Interrupt everything and wait until it has put its things in order."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def register_tasks(broker: AsyncBroker, container: AsyncContainer) -> RunningTasks:
    """Put every task on the broker; one line each. The caller stops what is running before the container closes."""
    running = RunningTasks()
    due_boards = DueBoards(container, (await container.get(Settings)).ingest_concurrency)
    indexing, mailing = OneAtATime(lambda: index_vectors(container)), OneAtATime(lambda: deliver_mail(container))
    _register(running, broker, "jobs.ingest-due", due_boards.run, every=_MINUTE)
    _register(running, broker, "jobs.sweep-lost-runs", lambda: sweep_lost_runs(container), every=_MINUTE)
    _register(running, broker, "jobs.match-saved-searches", lambda: match_saved_searches(container), every=_MINUTE)
    _register(running, broker, "jobs.index-vectors", indexing.run, every=_MINUTE)
    _register(running, broker, "messaging.deliver-mail", mailing.run, every=_MINUTE // 2)
    _register(running, broker, "messaging.announce", lambda: announce(container), every=_MINUTE)
    _register(running, broker, "core.forget-what-is-past", lambda: forget_what_is_past(container), every=_HOUR)
    _register(running, broker, "identity.repeat-erasures", lambda: repeat_erasures(container), every=_HOUR)
    return running


def _register(
    running: RunningTasks, broker: AsyncBroker, name: str, work: Callable[[], Awaitable[None]], *, every: int
) -> None:
    async def task(row_id: UUID | None = None) -> None:  # noqa: ARG001 - a kick names a row, the schedule none
        await running.run(name, work)

    broker.register_task(task, task_name=name, schedule=[{"interval": every, "schedule_id": name}])
