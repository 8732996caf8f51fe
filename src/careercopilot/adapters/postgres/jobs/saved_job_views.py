"""Reading saved jobs from PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.card_sql import CARD
from careercopilot.adapters.postgres.jobs.statements import prepared
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.jobs.api.models import JobCard
from careercopilot.modules.jobs.api.saved_jobs import SavedJobView

_PIECE = 500
_MINE = """
    FROM jobs.saved_job v
    WHERE v.user_id = :viewer AND (:saved_job_id IS NULL OR v.id = :saved_job_id) AND (:tag IS NULL
        OR EXISTS (SELECT FROM unnest(v.tags) AS tag WHERE lower(tag) = lower(:tag)))
"""
_PAGE = prepared(f"""
    WITH hits AS MATERIALIZED (
        SELECT v.job_id AS id, v.id AS saved_id, v.notes, v.tags, v.version, v.created_at, v.updated_at,
            row_number() OVER (ORDER BY v.created_at DESC, v.id DESC) AS place
        {_MINE} ORDER BY v.created_at DESC, v.id DESC LIMIT :limit OFFSET :offset)
    SELECT (SELECT json_agg(card ORDER BY card.place)::text FROM ({CARD}) card) AS jobs,
        (SELECT count(*) FROM (SELECT {_MINE} LIMIT {COUNT_CAP + 1}) counted) AS total
""")  # noqa: S608 - made of constants


class _Saved(msgspec.Struct):
    """What stands beside the card in the same JSON object."""

    saved_id: UUID
    notes: str | None
    tags: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime


_cards = msgspec.json.Decoder(list[JobCard])
_saved = msgspec.json.Decoder(list[_Saved])


class PostgresSavedJobViews:
    """Cards and what was saved of them come as one JSON text."""

    def __init__(self, engine: ReadEngine) -> None:
        self._reads = BoundedReads(engine)

    async def find(self, user_id: UUID, saved_job_id: UUID) -> SavedJobView | None:
        found, _ = await self._read(user_id, saved_job_id=saved_job_id, tag=None, limit=1, offset=0)
        return found[0] if found else None

    async def page(self, user_id: UUID, tag: str | None, request: PageRequest) -> Page[SavedJobView]:
        found, counted = await self._read(
            user_id, saved_job_id=None, tag=tag, limit=request.limit, offset=request.offset
        )
        total, relation = capped(counted)
        return Page(found, request, total, relation)

    async def everything(self, user_id: UUID) -> Sequence[SavedJobView]:
        """Read on until there is no more, a bounded piece at a time."""
        found: list[SavedJobView] = []
        while True:
            piece, _ = await self._read(user_id, saved_job_id=None, tag=None, limit=_PIECE, offset=len(found))
            found += piece
            if len(piece) < _PIECE:
                return found

    async def _read(self, user_id: UUID, **asked: object) -> tuple[tuple[SavedJobView, ...], int]:
        row = await self._reads.first(_PAGE, {"viewer": user_id, **asked})
        assert row is not None  # noqa: S101 - the statement has no FROM, so it has one row
        jobs, total = row[0] or "[]", row[1]
        views = (_view(card, saved) for card, saved in zip(_cards.decode(jobs), _saved.decode(jobs), strict=True))
        return tuple(views), total


def _view(card: JobCard, saved: _Saved) -> SavedJobView:
    return SavedJobView(
        id=saved.saved_id,
        job=card,
        notes=saved.notes or "",
        tags=saved.tags,
        version=saved.version,
        created_at=saved.created_at,
        updated_at=saved.updated_at,
    )
