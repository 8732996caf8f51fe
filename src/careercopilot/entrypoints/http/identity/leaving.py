"""Taking one's data along, and leaving."""

from dishka.integrations.litestar import FromDishka
from litestar import Controller, delete, get
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody
from litestar.response import Stream
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT

from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.identity.archive import archive_of
from careercopilot.entrypoints.http.identity.bodies import EraseBody
from careercopilot.modules.identity.api.use_cases.erasure import EraseAccount
from careercopilot.modules.identity.api.use_cases.personal_records import ExportPersonalRecords

_ZIP = "application/zip"
_HEADERS = {
    "Content-Disposition": 'attachment; filename="career-copilot-export.zip"',
    "Cache-Control": "no-store",
}


class LeavingController(Controller):
    """What is held about oneself."""

    path = "/users/me"
    tags = ("users",)

    @get(
        "/export",
        operation_id="exportMe",
        summary="Take one's data along",
        media_type=_ZIP,
        responses={HTTP_200_OK: ResponseSpec(bytes, generate_examples=False, media_type=_ZIP, description="The ZIP.")},
    )
    async def export(self, request: SignedInRequest, export_records: FromDishka[ExportPersonalRecords]) -> Stream:
        """Return everything that is held about the caller: a ZIP with a JSON file for every kind of record."""
        records = await export_records(request.user.user_id)
        return Stream(archive_of(records), media_type=_ZIP, headers=_HEADERS)

    @delete("/", operation_id="deleteMe", summary="Leave for good", status_code=HTTP_204_NO_CONTENT)
    async def delete_me(
        self, request: SignedInRequest, erase_account: FromDishka[EraseAccount], data: JSONBody[EraseBody | None] = None
    ) -> None:
        """Delete the account and everything that is held about the caller; this cannot be undone.

        Who signed in more than 15 minutes ago sends the password along. The access token is dead at once, and the
        e-mail address is free for a new account.
        """
        caller = request.user
        await erase_account(caller.user_id, caller.session_id, None if data is None else data.password)
