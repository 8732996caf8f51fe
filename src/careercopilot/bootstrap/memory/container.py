"""The container in memory: the whole product without a database, for fast tests."""

from dishka import AsyncContainer, Provider, make_async_container

from careercopilot.bootstrap.container import common_providers
from careercopilot.bootstrap.gauges import port_gauges
from careercopilot.bootstrap.memory import (
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
from careercopilot.bootstrap.memory.core import MemoryCore
from careercopilot.bootstrap.settings import Settings

_CONTEXTS = (
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


def memory_container(settings: Settings, *overrides: Provider) -> AsyncContainer:
    """Wire everything in memory, each container with a database of its own. The caller closes it."""
    providers = [MemoryCore(), port_gauges(), *(context.memory() for context in _CONTEXTS)]
    return make_async_container(*common_providers(settings), *providers, *overrides)
