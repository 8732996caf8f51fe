"""Idempotency keys in memory."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import IdempotencyKeyReused
from careercopilot.kernel.idempotency import KEPT_FOR, InProgress, KeptAnswer, RequestKey, Started

_ABANDONED_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class _Record:
    fingerprint: bytes
    started_at: datetime
    answer: KeptAnswer | None = None


class MemoryIdempotencyRecords:
    """One record per key."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._records: dict[RequestKey, _Record] = {}

    async def start(self, key: RequestKey, fingerprint: bytes) -> Started | InProgress | KeptAnswer:
        record = self._records.get(key)
        if record is None or self._stale(record):
            self._records[key] = _Record(fingerprint, self._clock.now())
            return Started()
        if record.fingerprint != fingerprint:
            raise IdempotencyKeyReused
        return record.answer or InProgress()

    async def keep(self, key: RequestKey, answer: KeptAnswer) -> None:
        record = self._records.get(key)
        if record is not None:
            self._records[key] = replace(record, answer=answer)

    async def release(self, key: RequestKey) -> None:
        record = self._records.get(key)
        if record is not None and record.answer is None:
            del self._records[key]

    async def forget(self, scope: str) -> int:
        theirs = [key for key in self._records if key.scope == scope]
        for key in theirs:
            del self._records[key]
        return len(theirs)

    async def forget_expired(self) -> int:
        old = [k for k, r in self._records.items() if r.started_at < self._clock.now() - KEPT_FOR]
        for key in old:
            del self._records[key]
        return len(old)

    def _stale(self, record: _Record) -> bool:
        age = self._clock.now() - record.started_at
        return age > KEPT_FOR or (record.answer is None and age > _ABANDONED_AFTER)
