"""Making sure that erased people stay erased."""

import structlog
from dishka import AsyncContainer

from careercopilot.modules.identity.api.use_cases.erasure import RepeatErasures

_log = structlog.get_logger("careercopilot.worker")


async def repeat_erasures(container: AsyncContainer) -> None:
    """Tell again who was erased lately. Can run any number of times, also at once."""
    async with container() as scope:
        people = await (await scope.get(RepeatErasures))()
    if people:
        _log.info("erasures.repeated", people=people)
