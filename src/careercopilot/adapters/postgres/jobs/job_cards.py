"""Jobs by id, read from PostgreSQL."""

from collections.abc import Collection, Mapping
from uuid import UUID

import msgspec

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.card_sql import CARD
from careercopilot.adapters.postgres.jobs.search_conditions import NOT_HIDDEN, OF_EVERYBODY
from careercopilot.adapters.postgres.jobs.statements import prepared
from careercopilot.modules.jobs.api.models import JobCard

_SHOWN = prepared(f"""
    WITH hits AS MATERIALIZED (
        SELECT s.job_id AS id FROM jobs.job_search s
        WHERE s.job_id = ANY(:job_ids) AND s.open AND {OF_EVERYBODY} AND {NOT_HIDDEN}
    )
    SELECT json_agg(card)::text FROM ({CARD}) card
""")  # noqa: S608 - constants of ours
_cards = msgspec.json.Decoder(list[JobCard])


class PostgresJobCards:
    """One statement for all of them."""

    def __init__(self, engine: ReadEngine) -> None:
        self._reads = BoundedReads(engine)

    async def shown(self, viewer_id: UUID, job_ids: Collection[UUID]) -> Mapping[UUID, JobCard]:
        if not job_ids:
            return {}
        row = await self._reads.first(_SHOWN, {"viewer": viewer_id, "job_ids": list(job_ids)})
        return {card.id: card for card in _cards.decode((row and row[0]) or "[]")}
