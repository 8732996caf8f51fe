"""What identity learns from the contexts above it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.modules.content.api.use_cases import personal_records as content
from careercopilot.modules.insights.api.use_cases import personal_records as insights
from careercopilot.modules.jobs.api.use_cases import personal_records as jobs
from careercopilot.modules.messaging.api.use_cases import personal_records as messaging
from careercopilot.modules.tracking.api.use_cases import personal_records as tracking


class CollectedPersonalRecords:
    """Asks every context what it holds, one after the other."""

    def __init__(
        self,
        of_jobs: jobs.CollectPersonalRecords,
        of_tracking: tracking.CollectPersonalRecords,
        of_insights: insights.CollectPersonalRecords,
        of_content: content.CollectPersonalRecords,
        of_messaging: messaging.CollectPersonalRecords,
    ) -> None:
        self._contexts = {
            "jobs": of_jobs,
            "tracking": of_tracking,
            "insights": of_insights,
            "content": of_content,
            "messaging": of_messaging,
        }

    async def collect(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        found: dict[str, Sequence[object]] = {}
        for context, records in self._contexts.items():
            found |= {f"{context}/{kind}": views for kind, views in (await records(user_id)).items()}
        return found
