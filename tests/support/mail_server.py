"""A real mail server on loopback, that works, refuses, defers, hangs or hangs up on demand, and can go away."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from aiosmtpd.smtp import Session as SmtpSession


@dataclass(frozen=True)
class Received:
    """A mail that was taken, and for whom."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])

    def part(self, kind: str) -> str:
        body = self.message.get_body((kind,))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")


class _Mute(asyncio.Protocol):
    """Says nothing, or hangs up at once."""

    def __init__(self, *, hang_up: bool) -> None:
        self._hang_up = hang_up

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self._hang_up:
            transport.close()


class MailServer:
    """``with MailServer() as server: server.url`` is a setting; it runs in a thread, for any process.

    ``mode``: works, refuses (550), defers (451), hangs, closes. It keeps its port when it is stopped and started.
    Whatever it does, it hangs up on a mail whose subject is in ``chokes_on``.
    """

    def __init__(self, user: str | None = None, password: str | None = None) -> None:
        self.mode = "works"
        self.connections = 0
        self.mails: list[Received] = []
        self.chokes_on: set[str] = set()
        self.port = 0
        self._user, self._password = user, password
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        account = f"{self._user}:{self._password}@" if self._user else ""
        return f"smtp://{account}127.0.0.1:{self.port}?starttls=never"

    def start(self) -> None:
        started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, args=(self._loop, started.set), daemon=True)
        self._thread.start()
        assert started.wait(10)

    def stop(self) -> None:
        loop, thread = self._loop, self._thread
        self._loop = self._thread = None
        if loop is not None and thread is not None:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)

    def to(self, recipient: str) -> list[Received]:
        return [mail for mail in self.mails if recipient in mail.recipients]

    def _run(self, loop: asyncio.AbstractEventLoop, started: Callable[[], None]) -> None:
        asyncio.set_event_loop(loop)
        transports: list[asyncio.BaseTransport] = []

        def protocol() -> asyncio.BaseProtocol:
            self.connections += 1
            made = self._protocol(loop)
            connected = made.connection_made

            def remember(transport: asyncio.BaseTransport) -> None:
                transports.append(transport)
                connected(transport)

            made.connection_made = remember  # type: ignore[method-assign]
            return made

        server = loop.run_until_complete(loop.create_server(protocol, "127.0.0.1", self.port))
        self.port = server.sockets[0].getsockname()[1]
        loop.call_soon(started)
        loop.run_forever()
        server.close()
        for transport in transports:
            transport.abort()  # type: ignore[attr-defined]
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, server.wait_closed(), return_exceptions=True))
        loop.close()

    def _protocol(self, loop: asyncio.AbstractEventLoop) -> asyncio.Protocol:
        if self.mode in {"hangs", "closes"}:
            return _Mute(hang_up=self.mode == "closes")
        options: dict[str, Any] = {}
        if self._user:
            options = {"authenticator": self._authenticate, "auth_require_tls": False}
        return SMTP(self, enable_SMTPUTF8=True, hostname="mail.example.org", loop=loop, **options)

    def _authenticate(self, _server: object, _session: object, _envelope: object, _how: str, given: Any) -> AuthResult:
        expected = (str(self._user).encode(), str(self._password).encode())
        return AuthResult(success=isinstance(given, LoginPassword) and tuple(given) == expected, handled=False)

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, session: SmtpSession, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self._user and not session.authenticated:
            return "530 sign in first"
        if self.mode == "refuses":
            return f"550 no such mailbox: {address}"
        if self.mode == "defers":
            return f"451 try again later, {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: SmtpSession, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=SMTPUTF8)
        assert isinstance(message, EmailMessage)
        if str(message["Subject"]) in self.chokes_on:
            assert server.transport is not None
            server.transport.close()
            return "421 goodbye"
        self.mails.append(Received(str(envelope.mail_from), tuple(envelope.rcpt_tos), message))
        return "250 taken"
