"""The server's protocols, with a bound on what a client costs that does not keep to them."""

import asyncio
from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_HEADERS_WITHIN: Final = 20.0


class PatientHttpProtocol(HttpToolsProtocol):
    """Closes a connection that does not come to the end of a request's headers, however slowly it goes on sending."""

    headers_within = _HEADERS_WITHIN
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in the server
        super().connection_made(transport)
        self._wait_for_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._headers_are_here()
        super().connection_lost(exc)

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
            self._deadline = None


class PatientSocketProtocol(WebSocketsSansIOProtocol):
    """Leaves pings unanswered while their sender does not read: each answer would wait in our memory."""

    def handle_ping(self) -> None:
        """Answer a ping, or forget the answer that was made ready."""
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()
