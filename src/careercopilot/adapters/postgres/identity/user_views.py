"""Users as they are shown, on PostgreSQL."""

from uuid import UUID

from sqlalchemy import bindparam, func, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.identity.account_rows import VIEW_COLUMNS, view_of
from careercopilot.adapters.postgres.identity.tables import account as t
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.identity.api.models import UserView

_BY_ID = select(*VIEW_COLUMNS).where(t.c.id == bindparam("user_id"))
_NEWEST_FIRST = select(*VIEW_COLUMNS).order_by(t.c.id.desc()).limit(bindparam("limit")).offset(bindparam("offset"))
_COUNT = select(func.count()).select_from(select(t.c.id).limit(COUNT_CAP + 1).subquery())


class PostgresUserViews:
    """Reads committed rows straight into views."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def find(self, user_id: UUID) -> UserView | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_BY_ID, {"user_id": user_id})).one_or_none()
        return None if row is None else view_of(row)

    async def page(self, request: PageRequest) -> Page[UserView]:
        window = {"limit": request.limit, "offset": request.offset}
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_NEWEST_FIRST, window)).all()
            total, relation = capped((await connection.execute(_COUNT)).scalar_one())
        return Page(tuple(view_of(row) for row in rows), request, total, relation)
