"""The container: everything wired, on PostgreSQL."""

from dishka import AsyncContainer, Provider, Scope, make_async_container

from careercopilot.bootstrap.contexts import (
    content,
    identity,
    insights,
    jobs_alerts,
    jobs_catalogue,
    jobs_ingestion,
    jobs_vectors,
    messaging,
    tracking,
)
from careercopilot.bootstrap.core import PostgresCore
from careercopilot.bootstrap.gauges import metrics_page, postgres_gauges
from careercopilot.bootstrap.relaying import relaying
from careercopilot.bootstrap.settings import DatabaseUrl, Settings
from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS
from careercopilot.kernel.clock import Clock, SystemClock

CONTEXTS = (
    identity,
    jobs_ingestion,
    jobs_catalogue,
    jobs_alerts,
    jobs_vectors,
    tracking,
    insights,
    content,
    messaging,
)


def postgres_container(settings: Settings, url: str, *overrides: Provider) -> AsyncContainer:
    """Wire everything on the PostgreSQL at ``url``. The caller closes the container."""
    providers = [PostgresCore(), postgres_gauges(), *(context.postgres() for context in CONTEXTS), _database(url)]
    if settings.redis_url is not None:
        # Only the scaled-out form pays for importing what talks to Redis.
        from careercopilot.bootstrap.redis_services import RedisServices  # noqa: PLC0415

        providers.append(RedisServices())
    return make_async_container(*common_providers(settings), *providers, *overrides)


def common_providers(settings: Settings) -> list[Provider]:
    """Return what is the same on any kind of adapter."""
    return [
        _settings(settings),
        _subscribers(),
        relaying(),
        metrics_page(),
        *(context.use_cases() for context in CONTEXTS),
    ]


def _settings(settings: Settings) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: settings, provides=Settings)
    provider.provide(SystemClock, provides=Clock)
    return provider


def _database(url: str) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: DatabaseUrl(url), provides=DatabaseUrl)
    return provider


def _subscribers() -> Provider:
    provider = Provider(scope=Scope.REQUEST)
    for subscription in SUBSCRIPTIONS:
        provider.provide(subscription.subscriber)
    return provider
