"""One socket, with an end to every wait."""

import asyncio
from contextlib import suppress
from typing import Any

from litestar import WebSocket
from litestar.exceptions import WebSocketDisconnect

from careercopilot.entrypoints.websocket.farewell import Farewell

# Besides the framework's own error, servers tell that a socket is gone by OSError, and by RuntimeError when they
# have closed it themselves in the meantime.
_GONE = (WebSocketDisconnect, OSError, RuntimeError)


class ClientGone(Exception):
    """The other side is not there any more."""


class ClientTooSlow(Exception):
    """The other side does not read what it is sent."""


class Channel:
    """Sends and receives for several tasks at once; a client that does not read delays nobody but itself."""

    def __init__(self, socket: WebSocket[Any, Any, Any], send_within: float, close_within: float) -> None:
        self._socket = socket
        self._send_within = send_within
        self._close_within = close_within
        self._sending = asyncio.Lock()

    async def send(self, text: str) -> None:
        """Send a message. Raises ClientTooSlow or ClientGone."""
        try:
            async with asyncio.timeout(self._send_within), self._sending:
                await self._socket.send_text(text)
        except TimeoutError:
            raise ClientTooSlow from None
        except _GONE:
            raise ClientGone from None

    async def receive(self) -> str | bytes:
        """Return the next message. Raises ClientGone."""
        try:
            event = await self._socket.receive()
        except _GONE:
            raise ClientGone from None
        if event["type"] != "websocket.receive":
            raise ClientGone
        text = event.get("text")
        return text if text is not None else event.get("bytes") or b""

    async def close(self, farewell: Farewell) -> None:
        """Close the socket, if it is still there to be closed."""
        with suppress(*_GONE, TimeoutError):
            async with asyncio.timeout(self._close_within):
                await self._socket.close(farewell.code, farewell.reason)
