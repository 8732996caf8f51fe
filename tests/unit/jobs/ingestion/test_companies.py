"""Where a job's company name comes from."""

import pytest

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import JOBS
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from tests.support.ingestion import BOARD, SOURCE, Ingesting, found, page


@pytest.mark.parametrize(
    ("own", "of_page", "of_follower", "name"),
    [
        ("Own GmbH", "Page Ltd", "Follower Inc", "Own GmbH"),
        (None, "Page Ltd", "Follower Inc", "Page Ltd"),
        (None, None, "Follower Inc", "Follower Inc"),
        (None, None, None, "Acme Robotics"),
    ],
)
async def test_the_source_is_believed_first_then_the_follower_then_the_slug(
    ingestion: Ingesting, own: str | None, of_page: str | None, of_follower: str | None, name: str
) -> None:
    await ingestion.call(FollowBoard, lambda follow: follow(SOURCE, BOARD, of_follower))
    await ingestion.run(page(found("1", company_name=own), company=of_page))
    database = await ingestion.container.get(MemoryDatabase)
    (job,) = database.table(JOBS).values()
    assert job.company_name == name
