"""Making the read model anew."""

from typing import Protocol

from careercopilot.modules.insights.api.models import RebuildReport


class RebuildInsights(Protocol):
    """Write the whole read model from what tracking and jobs hold now."""

    async def __call__(self) -> RebuildReport:
        """Leave exactly what hearing every event would leave; safe, batch by batch, while events go on arriving."""
        ...
