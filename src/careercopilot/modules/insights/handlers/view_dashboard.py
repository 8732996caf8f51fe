"""Seeing what there is to see first."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.modules.insights.api.models import (
    ActivityItem,
    Attention,
    Dashboard,
    NewJobs,
    Recently,
    Standing,
    StepRecord,
    WaitingApplication,
    WaitingGroup,
)
from careercopilot.modules.insights.domain.figures import (
    DAY,
    SHOWN_PER_REASON,
    STALE_AFTER,
    STEPS_SHOWN,
    WEEK,
    Reason,
    Waiting,
    every_status,
)
from careercopilot.modules.insights.ports.insight_views import InsightViews
from careercopilot.modules.tracking.api.histories import ApplicationSummary
from careercopilot.modules.tracking.api.use_cases.histories import SummariseApplications

Names = Mapping[UUID, ApplicationSummary]


class ViewDashboardHandler:
    """Counts in the read model, and asks tracking what the few applications that are shown are called.

    One that was deleted a moment ago has no name any more, and is not shown.
    """

    def __init__(self, insights: InsightViews, summarise_applications: SummariseApplications, clock: Clock) -> None:
        self._insights = insights
        self._summarise_applications = summarise_applications
        self._clock = clock

    async def __call__(self, user_id: UUID) -> Dashboard:
        now = self._clock.now()
        news = await self._insights.news(now - DAY, now - WEEK)
        tally = await self._insights.tally(user_id, now - WEEK)
        waiting = await self._insights.waiting(user_id, now - STALE_AFTER, SHOWN_PER_REASON)
        steps = await self._insights.latest_steps(user_id, STEPS_SHOWN)
        shown = {one.application_id for one in waiting} | {step.application_id for step in steps}
        names = await self._summarise_applications(user_id, list(shown))
        response_rate, interview_rate, offer_rate = tally.rates()
        return Dashboard(
            as_of=news.as_of,
            applications=Standing(sum(tally.active.values()), tally.live, every_status(tally.active)),
            last_7_days=Recently(tally.added_lately, tally.sent_lately),
            attention=_attention(waiting, names),
            responses=tally.responses,
            interviews=tally.interviews,
            offers=tally.offers,
            response_rate=response_rate,
            interview_rate=interview_rate,
            offer_rate=offer_rate,
            new_jobs=NewJobs(news.last_day, news.last_week),
            recent_activity=tuple(_item(step, names) for step in steps if step.application_id in names),
        )


def _attention(waiting: Sequence[Waiting], names: Names) -> Attention:
    groups = {reason: _group([one for one in waiting if one.reason is reason], names) for reason in Reason}
    return Attention(groups[Reason.STALE], groups[Reason.OFFER_PENDING], groups[Reason.OPENING_CLOSED])


def _group(waiting: Sequence[Waiting], names: Names) -> WaitingGroup:
    shown = tuple(
        WaitingApplication(one.application_id, name.title, name.company, one.status, one.since)
        for one in waiting
        if (name := names.get(one.application_id))
    )
    return WaitingGroup(waiting[0].together if waiting else 0, shown)


def _item(step: StepRecord, names: Names) -> ActivityItem:
    name = names[step.application_id]
    return ActivityItem(
        application_id=step.application_id,
        title=name.title,
        company=name.company,
        kind=step.kind,
        status=step.status,
        previous_status=step.previous_status,
        at=step.at,
    )
