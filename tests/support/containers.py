"""Containers for tests."""

from dishka import AsyncContainer, Provider, Scope

from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.memory.container import memory_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.clock import Clock

SECRET = "a secret of the tests, longer than thirty-two bytes"


def settings(**changes: object) -> Settings:
    return Settings(**{"secret_key": SECRET, "follow_defaults": False, "demo": False, **changes})  # type: ignore[arg-type]


def in_memory(clock: Clock, *overrides: Provider) -> AsyncContainer:
    return memory_container(settings(), with_clock(clock), *overrides)


def on_postgres(url: str, clock: Clock, *overrides: Provider) -> AsyncContainer:
    return postgres_container(settings(pool_size=8, pool_overflow=24), url, with_clock(clock), *overrides)


def with_clock(clock: Clock) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: clock, provides=Clock, override=True)
    return provider
