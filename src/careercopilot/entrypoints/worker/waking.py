"""Waking tasks: a signal names a task and the row it has to do."""

import asyncio
from uuid import UUID

import structlog
from taskiq import AsyncBroker

from careercopilot.kernel.signals import TASKS, Signals

_log = structlog.get_logger("careercopilot.tasks")


async def wake_tasks(broker: AsyncBroker, signals: Signals) -> None:
    """Kick the tasks that signals name, until cancelled."""
    kicking: set[asyncio.Task[None]] = set()

    def heard(payload: str) -> None:
        if payload:  # an empty one says that signals were lost: the scheduled sweeps find what was forgotten
            task = asyncio.create_task(_kick(broker, payload))
            kicking.add(task)
            task.add_done_callback(kicking.discard)

    unsubscribe = signals.subscribe(TASKS, heard)
    try:
        await asyncio.Event().wait()
    finally:
        unsubscribe()


async def _kick(broker: AsyncBroker, payload: str) -> None:
    name, _, row_id = payload.partition(":")
    task = broker.find_task(name)
    if task is None:
        _log.warning("task.unknown", task=name)
        return
    try:
        await task.kicker().kiq(UUID(row_id))
    except Exception:  # noqa: BLE001 - logged with its trace; a sweep finds the row
        _log.exception("task.not-kicked", task=name)
