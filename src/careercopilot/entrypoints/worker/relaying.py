"""Delivering told events, as soon as they are told."""

import asyncio

import structlog

from careercopilot.kernel.relay import Relay
from careercopilot.kernel.signals import OUTBOX, Signals
from careercopilot.kernel.waiting import happens_within

_log = structlog.get_logger("careercopilot.relay")
_BATCH = 500
_LOOK_ANYWAY_AFTER = 2.0
_LONGEST_PAUSE = 10.0


async def relay_events(relay: Relay, signals: Signals) -> None:
    """Deliver until cancelled: at once when a signal comes, and now and then anyway, since signals can be lost."""
    told = asyncio.Event()
    unsubscribe = signals.subscribe(OUTBOX, lambda _payload: told.set())
    pause = 0.0
    try:
        while True:
            told.clear()
            try:
                await _drain(relay)
            except Exception:  # noqa: BLE001 - logged with its trace; delivery goes on
                pause = min(_LONGEST_PAUSE, max(0.5, pause * 2))
                _log.exception("relay.failed", next_try_in=pause)
                await asyncio.sleep(pause)
                continue
            pause = 0.0
            await happens_within(_LOOK_ANYWAY_AFTER, told)
    finally:
        unsubscribe()


async def _drain(relay: Relay) -> None:
    while True:
        delivered = await relay.run_once(_BATCH)
        if delivered.failed:
            _log.warning("relay.undelivered", failed=delivered.failed, parked=delivered.parked)
        if delivered.claimed < _BATCH:
            return
