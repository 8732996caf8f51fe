"""Tickets for the live channel."""

from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, post
from litestar.status_codes import HTTP_201_CREATED

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.modules.messaging.api.models import SocketTicket
from careercopilot.modules.messaging.api.use_cases.sockets import IssueSocketTicket


class SocketTicketsController(Controller):
    """For browsers and tools that cannot send a token when they open a WebSocket."""

    path = "/ws"
    tags = ("notifications",)

    @post("/ticket", operation_id="issueSocketTicket", summary="Get a ticket for the live channel")
    async def issue(
        self, request: SignedInRequest, issue_ticket: FromDishka[IssueSocketTicket]
    ) -> Response[Data[SocketTicket]]:
        """Open `/ws/notifications?ticket=...` with it, once, within `expires_in` seconds."""
        ticket = await issue_ticket(request.user.user_id, request.user.session_id)
        return Response(Data(ticket), status_code=HTTP_201_CREATED, headers={"Cache-Control": "no-store"})
