"""A process's heartbeat, by which the installation's health knows that it lives."""

import asyncio
import os
import socket

import structlog

from careercopilot.kernel.health import Heartbeats

_log = structlog.get_logger("careercopilot.worker")
_EVERY = 10.0


async def beat(heartbeats: Heartbeats, kind: str) -> None:
    """Beat until cancelled, then say that the end was in order."""
    process = f"{socket.gethostname()}:{os.getpid()}"
    try:
        while True:
            try:
                await heartbeats.beat(process, kind)
            except Exception as error:  # noqa: BLE001 - a database that is away is told by health, and comes back
                _log.warning("heartbeat.failed", error=type(error).__name__)
            await asyncio.sleep(_EVERY)
    finally:
        try:
            await asyncio.wait_for(heartbeats.end(process), 2)
        except Exception as error:  # noqa: BLE001 - it will be known as silent soon
            _log.info("heartbeat.not-ended", error=type(error).__name__)
