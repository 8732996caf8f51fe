"""The duties of a process: what it does side by side until it is told to stop."""

import asyncio
from collections.abc import Coroutine, Mapping

Duty = Coroutine[None, None, None]


async def perform(duties: Mapping[str, Duty], stop: asyncio.Event) -> None:
    """Do all of them until the event is set or one fails, whose error is then raised; end all in either case."""
    tasks = [asyncio.create_task(duty, name=name) for name, duty in duties.items()]
    stopping = asyncio.create_task(stop.wait(), name="stopping")
    try:
        done, _ = await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stopping}:
            task.result()  # a duty never ends by itself: let its error end the process, which is then restarted
    finally:
        for task in (*tasks, stopping):
            task.cancel()
        await asyncio.gather(*tasks, stopping, return_exceptions=True)
