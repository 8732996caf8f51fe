"""The floor of events: rows of the outbox become rows of two inboxes, with the fewest statements that can do it.

python benchmarks/events_floor.py URL
"""

import asyncio
import signal
import sys

import asyncpg
import uvloop

_BATCH = 500
_CLAIM = """
    SELECT event_id FROM core.outbox WHERE parked_at IS NULL AND due_at <= now()
    ORDER BY sequence LIMIT $1 FOR UPDATE SKIP LOCKED
"""
_ACCEPT = "INSERT INTO core.inbox SELECT $1, id, now() FROM unnest($2::uuid[]) AS id ON CONFLICT DO NOTHING"


async def relay(url: str) -> None:
    told, stop = asyncio.Event(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    listening, claiming, first, second = [await asyncpg.connect(url) for _ in range(4)]
    await listening.add_listener("outbox", lambda *_: told.set())
    told.set()
    while not stop.is_set():
        if not told.is_set():
            await asyncio.wait(
                [asyncio.ensure_future(told.wait()), asyncio.ensure_future(stop.wait())],
                return_when=asyncio.FIRST_COMPLETED,
            )
        told.clear()
        while await _batch(claiming, first, second) == _BATCH:
            pass


async def _batch(
    claiming: "asyncpg.Connection[asyncpg.Record]",
    first: "asyncpg.Connection[asyncpg.Record]",
    second: "asyncpg.Connection[asyncpg.Record]",
) -> int:
    async with claiming.transaction():
        ids = [row[0] for row in await claiming.fetch(_CLAIM, _BATCH)]
        if ids:
            await first.execute(_ACCEPT, "first", ids)
            await second.execute(_ACCEPT, "second", ids)
            await claiming.execute("DELETE FROM core.outbox WHERE event_id = ANY($1)", ids)
    return len(ids)


if __name__ == "__main__":
    uvloop.run(relay(sys.argv[1]))
