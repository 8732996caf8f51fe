"""The health of the installation, from the probes of its parts."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal

from careercopilot.kernel.health import ComponentHealth, HealthProbe

_NEEDED = "database"
_DISABLED = ComponentHealth("disabled")


@dataclass(frozen=True)
class HealthReport:
    """How every part is; ``unhealthy`` when the database is away, ``degraded`` when another needed part is."""

    status: Literal["healthy", "degraded", "unhealthy"]
    version: str
    database: ComponentHealth
    redis: ComponentHealth
    workers: ComponentHealth
    vector_store: ComponentHealth
    external_services: ComponentHealth


class Installation:
    """Asks all parts at once."""

    def __init__(self, probes: Sequence[HealthProbe]) -> None:
        self._probes = {probe.component: probe for probe in probes}

    def and_also(self, probe: HealthProbe) -> "Installation":
        """Return the installation with one part more."""
        return Installation([*self._probes.values(), probe])

    async def health(self) -> HealthReport:
        """Return the state of every part; what has no probe is not configured."""
        states = await asyncio.gather(*(probe.check() for probe in self._probes.values()))
        found = dict(zip(self._probes, states, strict=True))
        parts = {name: found.get(name, _DISABLED) for name in _PARTS}
        down = {name for name, state in parts.items() if state.status == "down"}
        status: Literal["healthy", "degraded", "unhealthy"]
        status = "unhealthy" if _NEEDED in down else "degraded" if down else "healthy"
        return HealthReport(status=status, version=version("careercopilot"), **parts)

    async def ready(self) -> bool:
        """Say whether requests can be served."""
        probe = self._probes.get(_NEEDED)
        return probe is None or (await probe.check()).status == "up"


_PARTS = ("database", "redis", "workers", "vector_store", "external_services")
