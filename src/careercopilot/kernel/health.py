"""What a part of the installation says of itself."""

from dataclasses import dataclass
from typing import Literal, Protocol

State = Literal["up", "down", "disabled"]


@dataclass(frozen=True)
class ComponentHealth:
    """A component's state, how long it took to ask, and a word for the operator."""

    status: State
    latency_ms: float | None = None
    detail: str | None = None


class HealthProbe(Protocol):
    """Asks one component how it is."""

    @property
    def component(self) -> str:
        """The component's name in the health report."""
        ...

    async def check(self) -> ComponentHealth:
        """Answer within two seconds and never raise."""
        ...


class Heartbeats(Protocol):
    """Where processes say that they are alive."""

    async def beat(self, process: str, kind: str) -> None:
        """Note that the process of this kind is alive now."""
        ...

    async def end(self, process: str) -> None:
        """Note that the process has ended in order."""
        ...
