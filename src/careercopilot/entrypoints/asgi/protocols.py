"""The server's protocols, with a bound on what a client costs that does not keep to them."""

import asyncio
from typing import Final

import msgspec
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from careercopilot.entrypoints.http.errors import error_body
from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id

_HEADERS_WITHIN: Final = 20.0
_LONGEST_HEAD: Final = 65_536
_REFUSAL = (
    b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\n"
    b"x-request-id: %b\r\ncontent-length: %d\r\n\r\n%b"
)


class PatientHttpProtocol(HttpToolsProtocol):
    """Closes a connection that does not come to the end of a request's headers, however slowly it goes on sending.

    Nor may they go on for more than 64 KiB beyond the first piece that came of them. What is no HTTP is answered in the
    shape of every error.
    """

    headers_within = _HEADERS_WITHIN
    _deadline: asyncio.TimerHandle | None = None
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in the server
        super().connection_made(transport)
        self._wait_for_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._headers_are_here()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, as long as the headers that this is a piece of are not too long."""
        waiting = self._deadline
        super().data_received(data)
        if waiting is None or waiting is not self._deadline or self.transport.is_closing():
            return
        self._head += len(data)
        if self._head > _LONGEST_HEAD:
            self._refuse("has headers that are too long")

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - the server's words, which have another shape
        """Answer what is no HTTP, and close."""
        self._refuse("is no HTTP request that is understood")

    def _refuse(self, reason: str) -> None:
        refused = InvalidInput("request", reason)
        request_id = str(new_id())
        body = msgspec.json.encode(error_body(refused.code, refused.message, refused.details, request_id))
        self.transport.write(_REFUSAL % (request_id.encode(), len(body), body))
        self.transport.close()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; what comes behind a body is a trailer, which nobody here reads."""
        if self._deadline is not None:
            super().on_header(name, value)

    def on_message_begin(self) -> None:
        """Begin a request."""
        self._wait_for_headers()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Go on to the body."""
        self._headers_are_here()
        super().on_headers_complete()

    def _wait_for_headers(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(self.headers_within, self.transport.abort)

    def _headers_are_here(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline, self._head = None, 0


class PatientSocketProtocol(WebSocketsSansIOProtocol):
    """Leaves pings unanswered while their sender does not read: each answer would wait in our memory."""

    def handle_ping(self) -> None:
        """Answer a ping, or forget the answer that was made ready."""
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()
