"""The live channel on a real server on loopback, and what its clients in tests need."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import uvicorn
from dishka import AsyncContainer
from dishka.integrations.litestar import setup_dishka
from litestar import Litestar
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.asgi.protocols import PatientSocketProtocol
from careercopilot.entrypoints.asgi.server import server_configuration
from careercopilot.entrypoints.websocket import ROUTES, live_channel
from careercopilot.entrypoints.websocket.doorway import Doorway
from careercopilot.entrypoints.websocket.hub import LiveHub
from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import Registration
from careercopilot.modules.identity.api.use_cases.accounts import RegisterUser
from tests.support.containers import settings
from tests.support.people import PASSWORD
from tests.support.waiting import until


class LiveServer:
    """Where to connect, and what the server knows."""

    def __init__(self, container: AsyncContainer, app: Litestar, server: uvicorn.Server) -> None:
        self.container = container
        self._app = app
        self._server = server

    @property
    def hub(self) -> LiveHub:
        hub: LiveHub = self._app.state.live_hub
        return hub

    @property
    def doorway(self) -> Doorway:
        doorway: Doorway = self._app.state.live_doorway
        return doorway

    @property
    def sockets(self) -> list[PatientSocketProtocol]:
        """The server's ends of all sockets."""
        return [c for c in self._server.server_state.connections if isinstance(c, PatientSocketProtocol)]

    @property
    def address(self) -> tuple[str, int]:
        host, port = self._server.servers[0].sockets[0].getsockname()
        return host, port

    def url(self, query: str = "") -> str:
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"ws://127.0.0.1:{port}/ws/notifications{query}"

    def open(self, token: str | None = None, query: str = "", **options: Any) -> connect:
        offered = [] if token is None else ["bearer", token]
        return connect(self.url(query), subprotocols=offered or None, proxy=None, **options)  # type: ignore[arg-type]

    async def sign_up(self) -> tuple[UUID, str]:
        """Register somebody; return the user's id and an access token."""
        registration = Registration(email=f"{new_id()}@example.org", password=PASSWORD, full_name="Robin Example")
        async with self.container() as scope:
            signed_in = await (await scope.get(RegisterUser))(registration)
        return signed_in.user.id, signed_in.access_token

    def stop(self) -> None:
        self._server.should_exit = True


@asynccontextmanager
async def serving(container: AsyncContainer, limits: Limits) -> AsyncIterator[LiveServer]:
    app = Litestar(route_handlers=ROUTES, lifespan=[live_channel(limits)], logging_config=None, openapi_config=None)
    setup_dishka(container, app)
    async with listening(app, settings()) as server:
        yield LiveServer(container, app, server)


@asynccontextmanager
async def listening(app: Litestar, chosen: Settings) -> AsyncIterator[uvicorn.Server]:
    """Run an application as the product does, on a free port."""
    server = uvicorn.Server(server_configuration(app, chosen, "127.0.0.1", 0))
    task = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    yield server
    server.should_exit = True
    await task


async def next_of(client: ClientConnection, kind: str) -> dict[str, Any]:
    """Return the next message, which is of this kind."""
    message: dict[str, Any] = json.loads(await asyncio.wait_for(client.recv(), 5))
    assert message["type"] == kind, message
    return message


async def closing_code(client: ClientConnection) -> int:
    """Read on until the server closes; return its code."""
    async with asyncio.timeout(5):
        with suppress(ConnectionClosed):
            while True:
                await client.recv()
    assert client.close_code is not None
    return client.close_code


def small_socket(server: LiveServer) -> socket.socket:
    """Return a connected socket that takes little before its owner reads."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.connect(server._server.servers[0].sockets[0].getsockname())
    made.setblocking(False)  # noqa: FBT003
    return made
