"""The run ledger."""

from typing import Annotated, Any, get_args
from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.status_codes import HTTP_202_ACCEPTED

from careercopilot.entrypoints.http.answers import Data, PageOf, applied, page_of
from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.boards import BoardName
from careercopilot.modules.jobs.api.models import RunStatus, SourceRunView
from careercopilot.modules.jobs.api.use_cases.source_runs import (
    ListSourceRuns,
    RequestRun,
    SourceRunFilter,
    ViewSourceRun,
)

_PATH = "/source-runs"
_STATUSES: tuple[RunStatus, ...] = get_args(RunStatus)


class RunRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Which boards to read: all that are followed, those of a source, or one."""

    source: Annotated[str, msgspec.Meta(max_length=300)] | None = None
    board: Annotated[str, msgspec.Meta(max_length=300)] | None = None


class RequestedBoards(msgspec.Struct):
    """The boards that are due now."""

    boards: tuple[BoardName, ...]


class SourceRunsController(Controller):
    """What was read from which board, when, and what became of it."""

    path = _PATH
    tags = ("source-runs",)

    @get("/", operation_id="listSourceRuns", summary="List source runs")
    async def list_(
        self,
        list_source_runs: FromDishka[ListSourceRuns],
        *,
        source: FromQuery[str | None] = None,
        board: FromQuery[str | None] = None,
        status: Annotated[
            list[str] | None, QueryParameter(description="Statuses, repeated or comma-separated.")
        ] = None,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
        cursor: FromQuery[str | None] = None,
    ) -> PageOf[SourceRunView]:
        """Return the runs, the newest first; `fetched = new + updated + unchanged + merged + rejected`, always."""
        wanted = SourceRunFilter(source=source, board=board, statuses=_statuses(status or []))
        found = await list_source_runs(wanted, PageRequest(page, limit, cursor))
        return page_of(found, applied(source=source, board=board, status=list(wanted.statuses) or None))

    @get("/{run_id:uuid}", operation_id="getSourceRun", summary="Read a source run")
    async def view(self, run_id: FromPath[UUID], view_source_run: FromDishka[ViewSourceRun]) -> Data[SourceRunView]:
        """Return one run, with the first hundred of its rejections."""
        return Data(await view_source_run(run_id))

    @post(
        "/",
        operation_id="requestSourceRun",
        summary="Read boards now",
        opt={"role": "admin", "idempotent": True},
        status_code=HTTP_202_ACCEPTED,
    )
    async def request(
        self, request_run: FromDishka[RequestRun], data: JSONBody[RunRequest | None] = None
    ) -> Response[Data[RequestedBoards]]:
        """Have the followed boards read soon: all, those of a source, or one. For administrators.

        The boards are due at once and a worker is woken; the ledger shows what becomes of them.
        """
        wanted = data or RunRequest()
        boards = await request_run(wanted.source, wanted.board)
        answer: dict[str, Any] = {"headers": {"Location": f"/api/v1{_PATH}"}, "status_code": HTTP_202_ACCEPTED}
        return Response(Data(RequestedBoards(tuple(boards))), **answer)


def _statuses(given: list[str]) -> tuple[RunStatus, ...]:
    names = dict.fromkeys(part.strip() for text in given for part in text.split(","))
    unknown = [name for name in names if name not in _STATUSES]
    if unknown:
        raise InvalidInput("status", f"{unknown[0][:100]!r} is not one of {', '.join(_STATUSES)}")
    return tuple(status for status in _STATUSES if status in names)
