"""The schedule: tasks say by label when they want to run, the scheduler kicks them."""

from taskiq import AsyncBroker, TaskiqScheduler
from taskiq.api import run_scheduler_task
from taskiq.schedule_sources import LabelScheduleSource


async def run_schedule(broker: AsyncBroker) -> None:
    """Kick scheduled tasks until cancelled."""
    scheduler = TaskiqScheduler(broker, [LabelScheduleSource(broker)])
    await run_scheduler_task(scheduler)
