"""Telling people of jobs that arrived, in the background."""

import structlog
from dishka import AsyncContainer

from careercopilot.kernel.metrics import Counter, Metrics
from careercopilot.modules.jobs.api.saved_searches import Matching
from careercopilot.modules.jobs.api.use_cases.alerts import ForgetOldArrivals, MatchSavedSearches

_log = structlog.get_logger("careercopilot.alerts")
LOOKS = Counter("saved_search_looks_total", "Saved searches held against the jobs that arrived.", ("outcome",))


async def match_saved_searches(container: AsyncContainer) -> None:
    """Hold saved searches against what arrived. Can run any number of times, also at once."""
    async with container() as scope:
        done = await (await scope.get(MatchSavedSearches))()
    _tell(done, await container.get(Metrics))
    async with container() as scope:
        forgotten = await (await scope.get(ForgetOldArrivals))()
    if forgotten:
        _log.info("arrivals.forgotten", arrivals=forgotten)


def _tell(done: Matching, metrics: Metrics) -> None:
    outcomes = {"told": done.told, "nothing": done.looked - done.told, "failed": done.failed}
    for outcome, number in outcomes.items():
        if number:
            metrics.count(LOOKS, outcome, by=number)
    if done.failed:
        _log.warning("saved-searches.matched", **outcomes)
    elif done.looked:
        _log.info("saved-searches.matched", **outcomes)
