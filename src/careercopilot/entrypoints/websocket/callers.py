"""Who opens a socket, and whether they may still listen."""

import asyncio
from typing import Any, Protocol
from uuid import UUID

from dishka import AsyncContainer
from litestar import WebSocket

from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate
from careercopilot.modules.messaging.api.use_cases.sockets import RedeemSocketTicket

SUBPROTOCOL = "bearer"


class Caller(Protocol):
    """Somebody who has proven who they are."""

    @property
    def user_id(self) -> UUID:
        """The user."""
        ...

    def demand(self) -> None:
        """Raise NotAuthenticated once the proof does not hold any more."""
        ...


class TokenCaller:
    """Came with an access token, which is looked at again each time."""

    def __init__(self, authenticate: Authenticate, token: str) -> None:
        self._authenticate = authenticate
        self._token = token
        self.user_id = authenticate(token).user_id

    def demand(self) -> None:
        self._authenticate(self._token)


class TicketCaller:
    """Came with a ticket, which is good for a while."""

    def __init__(self, user_id: UUID, lasts: float) -> None:
        self.user_id = user_id
        self._until = asyncio.get_running_loop().time() + lasts

    def demand(self) -> None:
        if asyncio.get_running_loop().time() >= self._until:
            raise NotAuthenticated


def offers_token(socket: WebSocket[Any, Any, Any]) -> bool:
    """Say whether the client chose the subprotocol that carries a token; it must be answered, or browsers hang up."""
    return socket.scope["subprotocols"][:1] == [SUBPROTOCOL]


async def caller_of(
    socket: WebSocket[Any, Any, Any], container: AsyncContainer, ticket: str | None, ticket_lasts: float
) -> Caller:
    """Return who opens the socket, by token or by ticket. Raises NotAuthenticated."""
    if offers_token(socket):
        token = ",".join(socket.scope["subprotocols"][1:])
        return TokenCaller(await container.get(Authenticate), token)
    if ticket is None:
        raise NotAuthenticated
    async with container() as scope:
        redeem: RedeemSocketTicket = await scope.get(RedeemSocketTicket)
        holder = await redeem(ticket)
    return TicketCaller(holder.user_id, ticket_lasts)
