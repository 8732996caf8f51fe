"""Identifiers: UUID version 7 (RFC 9562), which sort by the time they were made."""

import os
import threading
import time
from uuid import UUID

_COUNTER_BITS = 12
_COUNTER_MAX = (1 << _COUNTER_BITS) - 1
_RANDOM_BITS = 62

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Return a new UUIDv7; later calls in one process always sort after earlier ones.

    The 12 bits of ``rand_a`` count within a millisecond (RFC 9562, section 6.2, method 1); when they run
    over, or the clock steps back, the timestamp borrows from the future rather than repeat itself.
    """
    global _last  # noqa: PLW0603 - one monotonic sequence per process is the point
    fresh = (time.time_ns() // 1_000_000) << _COUNTER_BITS
    with _lock:
        _last = max(fresh, _last + 1)
        stamp = _last
    milliseconds, count = stamp >> _COUNTER_BITS, stamp & _COUNTER_MAX
    random = int.from_bytes(os.urandom(8), "big") & ((1 << _RANDOM_BITS) - 1)
    value = (milliseconds << 80) | (0x7 << 76) | (count << 64) | (0b10 << 62) | random
    return UUID(int=value)
