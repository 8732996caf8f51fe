"""The schedule: tasks say by label when they want to run, the scheduler kicks them."""

import asyncio

import structlog
from taskiq import AsyncBroker, ScheduledTask, ScheduleSource, TaskiqScheduler
from taskiq.api import run_scheduler_task
from taskiq.exceptions import SendTaskError
from taskiq.schedule_sources import LabelScheduleSource

_log = structlog.get_logger("careercopilot.tasks")
_TRY_AGAIN_AFTER = 2.0
_PATIENCE = 5.0


async def run_schedule(broker: AsyncBroker) -> None:
    """Kick scheduled tasks until cancelled."""
    await run_scheduler_task(_PatientScheduler(broker, [LabelScheduleSource(broker)]))


class _PatientScheduler(TaskiqScheduler):
    """Tries a kick until it gets through; the schedule does not come round to the same task meanwhile."""

    async def on_ready(self, source: ScheduleSource, task: ScheduledTask) -> None:
        told = False
        while True:
            try:
                async with asyncio.timeout(_PATIENCE):
                    await super().on_ready(source, task)
            except (SendTaskError, TimeoutError) as error:
                if not told:
                    _log.warning("task.not-kicked", task=task.task_name, error=type(error.__cause__ or error).__name__)
                told = True
                await asyncio.sleep(_TRY_AGAIN_AFTER)
            else:
                return
