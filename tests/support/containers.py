"""Containers for tests."""

from dishka import AsyncContainer, Provider, Scope

from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.memory.container import memory_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.clock import Clock

# Suites of ports whose adapter is another one when the product is scaled out run on all of these.
EVERY_FORM = ("memory", "postgres", "scaled_out")
SECRET = "a secret of the tests, longer than thirty-two bytes"


def settings(**changes: object) -> Settings:
    return Settings(**{"secret_key": SECRET, "follow_defaults": False, "demo": False, "rate_limit": False, **changes})


def in_memory(clock: Clock, *overrides: Provider) -> AsyncContainer:
    return memory_container(settings(), with_clock(clock), *overrides)


def on_postgres(url: str, clock: Clock, *overrides: Provider) -> AsyncContainer:
    return postgres_container(settings(pool_size=8, pool_overflow=24), url, with_clock(clock), *overrides)


def scaled_out(url: str, redis_url: str, clock: Clock, *overrides: Provider) -> AsyncContainer:
    chosen = settings(pool_size=8, pool_overflow=24, redis_url=redis_url)
    return postgres_container(chosen, url, with_clock(clock), *overrides)


def with_clock(clock: Clock) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: clock, provides=Clock, override=True)
    return provider
