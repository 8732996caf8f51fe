"""Seeing how the search is going."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.modules.insights.api.models import AnalyticsSummary
from careercopilot.modules.insights.domain.figures import DAY, WEEK, every_status
from careercopilot.modules.insights.ports.insight_views import InsightViews


class ViewAnalyticsSummaryHandler:
    """Counts in the read model."""

    def __init__(self, insights: InsightViews, clock: Clock) -> None:
        self._insights = insights
        self._clock = clock

    async def __call__(self, user_id: UUID) -> AnalyticsSummary:
        now = self._clock.now()
        news = await self._insights.news(now - DAY, now - WEEK)
        tally = await self._insights.tally(user_id, now - WEEK)
        response_rate, interview_rate, offer_rate = tally.rates()
        return AnalyticsSummary(
            as_of=news.as_of,
            applications_total=tally.total,
            applications_sent=tally.sent,
            by_status=every_status(tally.by_status),
            responses=tally.responses,
            interviews=tally.interviews,
            offers=tally.offers,
            response_rate=response_rate,
            interview_rate=interview_rate,
            offer_rate=offer_rate,
        )
