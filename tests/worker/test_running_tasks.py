"""What a worker does when it has to stop in the middle of its work."""

import asyncio

from careercopilot.entrypoints.worker.tasks import RunningTasks


async def test_what_is_running_is_interrupted_and_puts_its_things_in_order_first() -> None:
    begun, order = asyncio.Event(), []
    running = RunningTasks()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            order.append("in order")

    task = asyncio.create_task(running.run("tests.work", work))
    await begun.wait()
    await running.stop()
    order.append("stopped")
    assert order == ["in order", "stopped"]
    assert task.done()
    assert task.exception() is None


async def test_there_may_be_nothing_to_stop() -> None:
    await RunningTasks().stop()
