"""Both containers can make everything they promise, and every published use case is among it."""

import re
import subprocess
import sys
from collections import Counter

import msgspec
import pytest
from dishka import AsyncContainer
from dishka.dependency_source import Factory

from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Event
from tests.architecture.discovery import events, use_cases
from tests.architecture.samples import events_of
from tests.support.clock import FixedClock
from tests.support.containers import EVERY_FORM, in_memory, on_postgres

EVENT_NAME = re.compile(r"(?P<context>[a-z]+)\.[a-z]+(-[a-z]+)*\.v[1-9][0-9]*")
SUBSCRIPTION_NAME = re.compile(r"(?P<context>[a-z]+)\.[a-z]+(-[a-z]+)*")


def factories_of(*containers: AsyncContainer) -> list[Factory]:
    return [factory for container in containers for factory in container.registry.factories.values()]


@pytest.mark.parametrize("container", EVERY_FORM, indirect=True)
@pytest.mark.timeout(30)  # a container that does not close would wait for ever
async def test_a_container_makes_everything_it_promises(container: AsyncContainer) -> None:
    async with container() as scope:
        for factory in factories_of(container, scope):
            made = await scope.get(factory.provides.type_hint, component=factory.provides.component)
            assert made is not None, factory.provides


@pytest.mark.parametrize("use_case", use_cases(), ids=lambda use_case: f"{use_case.__module__}.{use_case.__name__}")
async def test_a_published_use_case_is_provided(use_case: type, memory_container: AsyncContainer) -> None:
    async with memory_container() as scope:
        assert callable(await scope.get(use_case))


@pytest.mark.parametrize("technology", ["Memory", "Postgres"])
async def test_an_implementation_is_named_after_what_it_implements(technology: str, clock: FixedClock) -> None:
    """Making a container opens nothing, so no server is needed."""
    container = in_memory(clock) if technology == "Memory" else on_postgres("postgresql://nobody@127.0.0.1:1/no", clock)
    async with container() as scope:
        bound = [(factory.provides.type_hint, factory.source) for factory in factories_of(container, scope)]
    wrong = [
        f"{implementation.__qualname__} for {port.__name__}"
        for port, implementation in bound
        if isinstance(implementation, type) and port is not implementation and not _fits(implementation, port)
    ]
    await container.close()
    assert wrong == []


def _fits(implementation: type, port: type) -> bool:
    """A use case is carried out by its Handler; an adapter is named by technology and role."""
    if ".api.use_cases." in port.__module__:
        return implementation.__name__ == f"{port.__name__}Handler"
    room = implementation.__module__.removeprefix("careercopilot.adapters.").split(".")[0]
    if room in {"memory", "postgres"}:
        return implementation.__name__ == f"{room.capitalize()}{port.__name__}"
    technology = implementation.__name__.removesuffix(port.__name__)
    return technology not in {"", implementation.__name__} or port is Clock


def test_an_event_is_named_by_its_context_its_fact_and_a_version() -> None:
    for event in events():
        name = EVENT_NAME.fullmatch(event.NAME)
        assert name, event.NAME
        assert event.__module__.startswith(f"careercopilot.modules.{name['context']}."), event.NAME


def test_no_two_events_share_a_name() -> None:
    assert _repeated(event.NAME for event in events()) == []


def test_a_subscription_is_named_by_the_context_that_acts_and_what_it_does() -> None:
    for subscription in SUBSCRIPTIONS:
        name = SUBSCRIPTION_NAME.fullmatch(subscription.name)
        assert name, subscription.name
        handlers = f"careercopilot.modules.{name['context']}.handlers."
        assert subscription.subscriber.__module__.startswith(handlers), subscription.name


def test_no_two_subscriptions_share_a_name() -> None:
    assert _repeated(subscription.name for subscription in SUBSCRIPTIONS) == []


@pytest.mark.parametrize("kind", events(), ids=lambda kind: kind.NAME)
def test_an_event_comes_out_of_the_outbox_as_it_went_in(kind: type[Event]) -> None:
    for event in events_of(kind):
        stored = msgspec.json.decode(msgspec.json.encode(event))
        assert msgspec.convert(stored, kind) == event


def test_the_relay_knows_every_event() -> None:
    """In a process of its own, because here other tests have imported everything."""
    program = "import careercopilot.bootstrap.container as c, careercopilot.bootstrap.subscriptions as s;"
    program += "print(*sorted(e.NAME for e in s.known_events()))"
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert told.stdout.split() == sorted(event.NAME for event in events())


def _repeated(names: object) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]  # type: ignore[call-overload]
