"""Events as rows of the outbox."""

from datetime import datetime
from typing import Any

import msgspec

from careercopilot.kernel.events import Event
from careercopilot.kernel.ids import new_id


def outbox_row(event: Event, now: datetime) -> dict[str, Any]:
    """Return the outbox row of an event that is told now."""
    return {
        "event_id": new_id(),
        "name": event.NAME,
        "aggregate_id": event.aggregate_id,
        "occurred_at": now,
        "due_at": now,
        "payload": msgspec.to_builtins(event),
    }
