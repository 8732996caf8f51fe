"""A person's search in figures. Each use case answers for ``user_id`` alone, from the read model."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.insights.api.models import AnalyticsSummary, Dashboard


class ViewDashboard(Protocol):
    """See what there is to see first."""

    async def __call__(self, user_id: UUID) -> Dashboard:
        """Return it, with the applications' present names."""
        ...


class ViewAnalyticsSummary(Protocol):
    """See how the search is going."""

    async def __call__(self, user_id: UUID) -> AnalyticsSummary:
        """Return it."""
        ...
