"""Applications in the read model for writing, on PostgreSQL: few statements, each over many rows."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import bindparam, delete, null, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as PG_UUID

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.insights.rows import application_of, row_of
from careercopilot.adapters.postgres.insights.tables import application as t
from careercopilot.adapters.postgres.insights.tables import step as s
from careercopilot.modules.insights.domain.tracked_application import Step, TrackedApplication

_ids = bindparam("ids", type_=ARRAY(PG_UUID))
_FIND = select(t).where(t.c.id == _ids.any_())
_put = insert(t)
_PUT = _put.on_conflict_do_update(
    index_elements=[t.c.id], set_={column.name: _put.excluded[column.name] for column in t.c if not column.primary_key}
)
_ADD_STEPS = insert(s).on_conflict_do_nothing()
_DROP_STEPS = delete(s).where(s.c.application_id == _ids.any_())
_JOBS = select(t.c.job_id).where(t.c.job_id == _ids.any_()).distinct()
_OPENINGS = update(t).where(t.c.job_id == _ids.any_()).values(opening_open=bindparam("is_open"))
_FORGET = (
    update(t)
    .where(t.c.id > bindparam("after"), t.c.id <= bindparam("last"), t.c.id != _ids.all_(), t.c.deleted.is_(False))
    .values(
        {
            **dict.fromkeys(("job_id", "status", "since", "applied_at", "archived", "created_at"), null()),
            **dict.fromkeys(("first_response_at", "opening_open"), null()),
            **dict.fromkeys(("interview", "offer"), False),
            "deleted": True,
        }
    )
    .returning(t.c.id)
)
_FIRST, _LAST = UUID(int=0), UUID(int=(1 << 128) - 1)


class PostgresTrackedApplications:
    """One writer at a time, since the read model is held, so plain upserts are enough."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def find(self, application_ids: Collection[UUID]) -> Mapping[UUID, TrackedApplication]:
        rows = await self._session.connection.execute(_FIND, {"ids": list(application_ids)})
        return {row.id: application_of(row) for row in rows}

    async def save(self, applications: Sequence[TrackedApplication], steps: Sequence[Step]) -> None:
        deleted = {application.id for application in applications if application.deleted}
        await self._put(applications)
        await self._drop_steps(deleted)
        await self._add_steps([step for step in steps if step.application_id not in deleted])

    async def replace(self, applications: Sequence[TrackedApplication], steps: Sequence[Step]) -> None:
        await self._put(applications)
        await self._drop_steps([application.id for application in applications])
        await self._add_steps(steps)

    async def forget_others(self, after: UUID | None, last: UUID | None, kept: Collection[UUID]) -> int:
        place = {"after": after or _FIRST, "last": last or _LAST, "ids": list(kept)}
        gone = (await self._session.connection.execute(_FORGET, place)).scalars().all()
        await self._drop_steps(gone)
        return len(gone)

    async def jobs_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        found = await self._session.connection.execute(_JOBS, {"ids": list(job_ids)})
        return frozenset(found.scalars())

    async def set_openings(self, openings: Mapping[UUID, bool]) -> None:
        for is_open in (True, False):
            ids = [job_id for job_id, holds in openings.items() if holds is is_open]
            if ids:
                await self._session.connection.execute(_OPENINGS, {"ids": ids, "is_open": is_open})

    async def _put(self, applications: Sequence[TrackedApplication]) -> None:
        if applications:
            await self._session.connection.execute(_PUT, [row_of(application) for application in applications])

    async def _add_steps(self, steps: Sequence[Step]) -> None:
        if steps:
            await self._session.connection.execute(_ADD_STEPS, [vars(step) for step in steps])

    async def _drop_steps(self, application_ids: Collection[UUID]) -> None:
        if application_ids:
            await self._session.connection.execute(_DROP_STEPS, {"ids": list(application_ids)})
