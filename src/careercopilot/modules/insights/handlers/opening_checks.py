"""Asking jobs whether the openings that applications point at are still listed."""

from collections.abc import Collection, Iterable

from careercopilot.kernel.slices import slices
from careercopilot.modules.insights.domain.tracked_application import TrackedApplication
from careercopilot.modules.jobs.api.use_cases.openings import CheckOpenings

AT_ONCE = 500
"""As many as any question to another context may name."""


async def look_up(check_openings: CheckOpenings, applications: Iterable[TrackedApplication]) -> None:
    """Let the applications hear of their openings, each opening asked about once."""
    pointing: Collection[TrackedApplication] = [a for a in applications if a.job_id is not None]
    for some in slices({a.job_id for a in pointing if a.job_id is not None}, AT_ONCE):
        asked, open_ids = frozenset(some), await check_openings(some)
        for application in pointing:
            if application.job_id in asked:
                application.hear_opening(is_open=application.job_id in open_ids)
