"""Which boards are followed."""

from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from careercopilot.entrypoints.http.answers import Data, PageOf, applied, page_of
from careercopilot.entrypoints.http.bodies import Name
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.boards import JobBoardView
from careercopilot.modules.jobs.api.errors import BoardNotFound
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard, ListBoards, UnfollowBoard, ViewBoard

_PATH = "/job-boards"


class FollowBody(msgspec.Struct, forbid_unknown_fields=True):
    """A board, and the employer's name where the source does not say it."""

    source: Name
    board: Name
    company_name: Name | None = None


class JobBoardsController(Controller):
    """Boards are followed by the installation, for everybody; so only administrators change which."""

    path = _PATH
    tags = ("job-boards",)

    @get("/", operation_id="listJobBoards", summary="List followed boards")
    async def list_(
        self,
        list_boards: FromDishka[ListBoards],
        *,
        source: FromQuery[str | None] = None,
        board: FromQuery[str | None] = None,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[JobBoardView]:
        """Return the followed boards, by source and name."""
        found = await list_boards(PageRequest(page, limit), source=source, board=board)
        return page_of(found, applied(source=source, board=board))

    @get("/{board_id:uuid}", operation_id="getJobBoard", summary="Read a followed board")
    async def view(self, board_id: FromPath[UUID], view_board: FromDishka[ViewBoard]) -> Data[JobBoardView]:
        """Return one followed board."""
        return Data(await view_board(board_id))

    @post("/", operation_id="followJobBoard", summary="Follow a board", opt={"role": "admin", "idempotent": True})
    async def follow(
        self, data: JSONBody[FollowBody], follow_board: FromDishka[FollowBoard]
    ) -> Response[Data[JobBoardView]]:
        """Follow a board for the whole installation, and have it read soon. For administrators.

        The board is looked at first: 404 when the source does not know it, 503 when it cannot be read.
        One that is followed already answers 200.
        """
        followed = await follow_board(data.source, data.board, data.company_name, probe=True)
        status = HTTP_201_CREATED if followed.fresh else HTTP_200_OK
        location = f"/api/v1{_PATH}/{followed.board.id}"
        return Response(Data(followed.board), status_code=status, headers={"Location": location})

    @delete("/{board_id:uuid}", operation_id="unfollowJobBoard", summary="Unfollow a board", opt={"role": "admin"})
    async def unfollow(self, board_id: FromPath[UUID], unfollow_board: FromDishka[UnfollowBoard]) -> None:
        """Read the board no more, for the whole installation; its jobs stay as they are. For administrators."""
        await unfollow_board(board_id)

    @delete("/", operation_id="unfollowJobBoardByName", summary="Unfollow a board by its name", opt={"role": "admin"})
    async def unfollow_by_name(
        self,
        source: FromQuery[str],
        board: FromQuery[str],
        list_boards: FromDishka[ListBoards],
        unfollow_board: FromDishka[UnfollowBoard],
    ) -> None:
        """Do the same for `?source=...&board=...`. For administrators."""
        found = await list_boards(PageRequest(), source=source, board=board)
        if not found.items:
            raise BoardNotFound(board)
        await unfollow_board(found.items[0].id)
