"""Waiting, but not for ever."""

import asyncio


async def happens_within(seconds: float, event: asyncio.Event) -> bool:
    """Wait until the event is set, at most so long; say whether it is.

    Unlike ``asyncio.wait_for`` before Python 3.12, a cancellation that comes as the event is set is not lost.
    """
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return event.is_set()
    return True


def asked_to_end() -> bool:
    """Say whether the running task was cancelled, even if whatever it called swallowed that.

    Loops over a client that does so ask it once a round; otherwise whoever waits for their end waits for ever.
    """
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
