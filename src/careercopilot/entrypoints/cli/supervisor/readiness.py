"""Waiting for a child to do its work."""

import asyncio
import time

from careercopilot.entrypoints.cli.supervisor.child import POLL, Child

LONGEST_ANSWER = 5.0


async def becomes_ready(child: Child) -> bool:
    """Wait until the child is ready; False when it ended or its time ran out."""
    deadline = time.monotonic() + child.spec.ready_timeout
    while not child.has_ended():
        if await _answers(child):
            return not child.has_ended()
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(POLL)
    return False


async def _answers(child: Child) -> bool:
    if child.spec.ready is None:
        return True
    try:
        return await asyncio.wait_for(child.spec.ready(), LONGEST_ANSWER)
    except Exception:  # noqa: BLE001 (refused, reset, timed out, half an answer: all mean not yet)
        return False
