"""Health, for probes and people."""

from typing import Any

import pytest
from dishka import AsyncContainer, Provider, Scope
from httpx import AsyncClient

from careercopilot.bootstrap.health import Installation
from careercopilot.entrypoints.http.app import create_app
from careercopilot.kernel.health import ComponentHealth
from tests.support.clients import client_of
from tests.support.clock import FixedClock
from tests.support.containers import in_memory, settings

Http = AsyncClient
PARTS = ("database", "redis", "workers", "vector_store", "external_services")
UP, DOWN = ComponentHealth("up", 0.4), ComponentHealth("down", detail="does not answer")


class Probe:
    def __init__(self, component: str, health: ComponentHealth) -> None:
        self.component = component
        self._health = health

    async def check(self) -> ComponentHealth:
        return self._health


def in_state(**states: ComponentHealth) -> AsyncContainer:
    provider = Provider(scope=Scope.APP)
    probes = [Probe(name, health) for name, health in states.items()]
    provider.provide(lambda: Installation(probes), provides=Installation, override=True)
    return in_memory(FixedClock(), provider)


async def asked(container: AsyncContainer, path: str) -> tuple[int, dict[str, Any]]:
    async with client_of(create_app(container, settings())) as http:
        answer = await http.get(path)
    await container.close()
    return answer.status_code, answer.json()


@pytest.mark.parametrize("path", ["/health", "/api/v1/health"])
async def test_what_is_not_configured_is_disabled_and_harms_nothing(http: Http, path: str) -> None:
    answer = await http.get(path)
    report = answer.json()
    assert (answer.status_code, report["status"]) == (200, "healthy")
    assert set(report) == {"status", "version", *PARTS}
    assert all(report[part] == {"status": "disabled", "latency_ms": None, "detail": None} for part in PARTS)


@pytest.mark.parametrize("path", ["/health", "/api/v1/health"])
async def test_without_a_database_it_is_unhealthy(path: str) -> None:
    status, report = await asked(in_state(database=DOWN, workers=UP), path)
    assert (status, report["status"]) == (503, "unhealthy")
    assert report["database"] == {"status": "down", "latency_ms": None, "detail": "does not answer"}


async def test_without_a_worker_it_is_degraded_and_still_serves() -> None:
    status, report = await asked(in_state(database=UP, workers=DOWN), "/health")
    assert (status, report["status"], report["database"]["latency_ms"]) == (200, "degraded", 0.4)


async def test_alive_means_that_the_process_answers_whatever_is_away() -> None:
    assert await asked(in_state(database=DOWN), "/health/live") == (200, {"status": "alive"})


@pytest.mark.parametrize(("database", "expected"), [(UP, (200, "ready")), (DOWN, (503, "not ready"))])
async def test_ready_means_that_the_database_answers(database: ComponentHealth, expected: tuple[int, str]) -> None:
    status, report = await asked(in_state(database=database, workers=DOWN), "/health/ready")
    assert (status, report["status"]) == expected


async def test_the_report_is_never_kept_by_a_cache(http: Http) -> None:
    for path in ("/health", "/health/live", "/health/ready"):
        assert (await http.get(path)).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/health", "/api/v1/health", "/health/ready"])
async def test_whoever_is_told_that_it_cannot_work_is_told_when_to_come_back(path: str) -> None:
    container = in_state(database=DOWN)
    async with client_of(create_app(container, settings())) as http:
        answer = await http.get(path)
    await container.close()
    assert (answer.status_code, int(answer.headers["retry-after"]) > 0) == (503, True)
