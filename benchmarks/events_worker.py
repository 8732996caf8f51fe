"""The relay of the product with two subscribers of one event, in a process of its own.

python benchmarks/events_worker.py URL

The first is the product's own, which makes a notification of each; the second writes one row for each.
"""

import asyncio
import signal
import sys
from collections.abc import Sequence

import uvloop
from dishka import Provider, Scope
from running import SECRET
from sqlalchemy import text

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.relaying import routes
from careercopilot.bootstrap.settings import Settings
from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS, Subscription
from careercopilot.entrypoints.worker.relaying import relay_events
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.signals import Signals
from careercopilot.modules.tracking.api.events import ApplicationSubmitted

_NOTE = text("INSERT INTO benchmark.heard SELECT unnest(CAST(:event_ids AS uuid[]))")


class NoteEvents:
    """Writes down which events it had."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def __call__(self, envelopes: Sequence[Envelope[ApplicationSubmitted]]) -> None:
        await self._session.connection.execute(_NOTE, {"event_ids": [envelope.event_id for envelope in envelopes]})


async def main(url: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    noting = Provider(scope=Scope.REQUEST)
    noting.provide(NoteEvents)
    container = postgres_container(Settings(secret_key=SECRET), url, noting)
    theirs = [subscription for subscription in SUBSCRIPTIONS if subscription.event is ApplicationSubmitted]
    subscriptions = [*theirs[:1], Subscription("benchmark.note-events", ApplicationSubmitted, NoteEvents)]
    try:
        relay = Relay(
            await container.get(Outbox),
            routes(container, subscriptions),
            await container.get(Clock),
            await container.get(Metrics),
        )
        relaying = asyncio.create_task(relay_events(relay, await container.get(Signals)))
        await stop.wait()
        relaying.cancel()
        await asyncio.gather(relaying, return_exceptions=True)
    finally:
        await container.close()


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1]))
