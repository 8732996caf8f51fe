"""A small event, those who act on it, and the relay between them."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from dishka import AsyncContainer, Provider, Scope

from careercopilot.bootstrap.relaying import routes
from careercopilot.bootstrap.subscriptions import Subscription
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.delivering import RetryPolicy
from careercopilot.kernel.events import Envelope, Event
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    NAME: ClassVar[str] = "tests.rang.v1"
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Knocked(Event):
    NAME: ClassVar[str] = "tests.knocked.v1"
    number: int = 0


@dataclass
class Journal:
    """What everybody had, what they cannot bear, and how often they were tried."""

    had: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    refuses: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    hangs_at: set[int] = field(default_factory=set)
    batches: list[tuple[str, int]] = field(default_factory=list)
    fault: Exception = field(default_factory=lambda: RuntimeError("cannot bear it"))


class Porter:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def __call__(self, envelopes: Sequence[Envelope[Rang | Knocked]]) -> None:
        name = type(self).__name__
        numbers = [envelope.event.number for envelope in envelopes]
        self._journal.batches.append((name, len(numbers)))
        if self._journal.hangs_at.intersection(numbers):
            await asyncio.Event().wait()
        if self._journal.refuses[name].intersection(numbers):
            raise self._journal.fault
        self._journal.had[name] += numbers


class Cook(Porter):
    pass


PORTER = Subscription("tests.porter", Rang, Porter)
COOK = Subscription("tests.cook", Rang, Cook)


def household(journal: Journal) -> Provider:
    """Provide those who hear the bell."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(lambda: journal, provides=Journal, scope=Scope.APP)
    provider.provide(Porter)
    provider.provide(Cook)
    return provider


async def ring(container: AsyncContainer, *numbers: int, kind: type[Rang | Knocked] = Rang) -> None:
    """Tell one event per number, all in one transaction."""
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(*(kind(aggregate_id=new_id(), number=n) for n in numbers))
        await uow.commit()


async def relay_to(container: AsyncContainer, *subscriptions: Subscription, policy: RetryPolicy | None = None) -> Relay:
    """Make a relay that knows only these subscriptions."""
    outbox, clock, metrics = await container.get(Outbox), await container.get(Clock), await container.get(Metrics)
    return Relay(outbox, routes(container, subscriptions), clock, metrics, policy)
