"""Receiving messages: each names a task, and goes to one of the workers."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from taskiq import AsyncBroker
from taskiq.receiver import Receiver

_TASKS_AT_ONCE = 16


async def receive_messages(broker: AsyncBroker) -> None:
    """Run what messages name, so much at a time, until cancelled; what is running then goes on."""
    broker.is_worker_process = True
    with ThreadPoolExecutor(1) as executor:  # for tasks that are not coroutines, of which there are none
        receiver = Receiver(broker, executor, max_async_tasks=_TASKS_AT_ONCE, run_startup=False)
        await receiver.listen(asyncio.Event())
