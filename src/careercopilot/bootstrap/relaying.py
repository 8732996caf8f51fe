"""How told events reach their subscribers: each in a scope and transaction of its own."""

from collections.abc import Mapping, Sequence

import msgspec
from dishka import AsyncContainer, Provider, Scope

from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS, Subscription, known_events
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.delivering import Deliver, Route
from careercopilot.kernel.events import Envelope, Event
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.outbox import Inbox, Outbox, StoredEvent
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.unit_of_work import UnitOfWork


def relaying() -> Provider:
    """Provide the relay."""
    provider = Provider(scope=Scope.APP)
    provider.provide(_relay)
    return provider


def _relay(container: AsyncContainer, outbox: Outbox, clock: Clock, metrics: Metrics) -> Relay:
    return Relay(outbox, routes(container, SUBSCRIPTIONS), clock, metrics)


def routes(container: AsyncContainer, subscriptions: Sequence[Subscription]) -> Mapping[str, Sequence[Route]]:
    """Return the way from each event's name to its subscribers; an event nobody wants has none, and is done."""
    found: dict[str, list[Route]] = {event.NAME: [] for event in known_events()}
    for subscription in subscriptions:
        route = Route(subscription.name, _deliver(container, subscription))
        found.setdefault(subscription.event.NAME, []).append(route)
    return found


def _deliver(container: AsyncContainer, subscription: Subscription) -> Deliver:
    async def deliver(events: Sequence[StoredEvent]) -> None:
        async with container() as scope:
            inbox = await scope.get(Inbox)
            subscriber = await scope.get(subscription.subscriber)
            async with await scope.get(UnitOfWork) as unit_of_work:
                fresh = await inbox.accept(subscription.name, [event.event_id for event in events])
                envelopes = [_open(event, subscription) for event in events if event.event_id in fresh]
                if envelopes:
                    await subscriber(envelopes)
                await unit_of_work.commit()

    return deliver


def _open(stored: StoredEvent, subscription: Subscription) -> Envelope[Event]:
    event = msgspec.convert(stored.payload, subscription.event)
    return Envelope(stored.event_id, stored.occurred_at, event)
