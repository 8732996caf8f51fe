"""Keeping the schedule without a scheduler: while no message comes, each worker sweeps by itself."""

import asyncio

import structlog
from taskiq import AsyncBroker, AsyncTaskiqDecoratedTask

from careercopilot.entrypoints.worker.tasks import RunningTasks

_log = structlog.get_logger("careercopilot.tasks")
_LOOK_EVERY = 5.0
_SILENCE = 90.0


async def stand_in_for_scheduler(broker: AsyncBroker, running: RunningTasks) -> None:
    """Begin scheduled tasks here when none was begun for a while, until cancelled.

    Whether the broker is away or nobody runs the scheduler is all the same; that another worker may be doing it
    harms nothing.
    """
    loop = asyncio.get_running_loop()
    awake_since = loop.time()
    begun: set[asyncio.Task[None]] = set()
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        if loop.time() - max(running.begun.values(), default=awake_since) < _SILENCE:
            continue
        due = [t for t in broker.get_all_tasks().values() if _is_due(t, running, loop.time())]
        _log.warning("schedule.silent", begun_here=len(due))
        for task in due:
            work: asyncio.Task[None] = asyncio.create_task(task())
            begun.add(work)
            work.add_done_callback(begun.discard)


def _is_due(task: AsyncTaskiqDecoratedTask[..., None], running: RunningTasks, now: float) -> bool:
    intervals = [schedule["interval"] for schedule in task.labels.get("schedule", ())]
    begun = running.begun.get(task.task_name)
    return bool(intervals) and (begun is None or now - begun >= min(intervals))
