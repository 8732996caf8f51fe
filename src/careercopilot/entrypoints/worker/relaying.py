"""Delivering told events, as soon as they are told."""

import asyncio

import structlog

from careercopilot.kernel.relay import Delivered, Relay
from careercopilot.kernel.signals import OUTBOX, Signals
from careercopilot.kernel.waiting import happens_within

_log = structlog.get_logger("careercopilot.relay")
_BATCH = 500
_NAMED = 5
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
        _tell(delivered)
        if delivered.claimed < _BATCH:
            return


def _tell(delivered: Delivered) -> None:
    """Say which events failed where and how, but nothing of what they hold: their errors are kept with them."""
    for some in delivered.undelivered:
        ids = [str(event_id) for event_id in some.event_ids[:_NAMED]]
        times, what = len(some.event_ids), {"event_name": some.event, "subscriber": some.subscriber}
        _log.warning("events.undelivered", **what, error=some.error, times=times, event_ids=ids)
    if delivered.parked:
        _log.error("events.parked", times=delivered.parked, see="careercopilot events parked")
