"""Mail handed to a server."""

import asyncio
from contextlib import suppress
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from uuid import UUID

import structlog
from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from careercopilot.adapters.smtp.server import SmtpServer
from careercopilot.kernel.circuit import Circuit
from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.domain.mime import as_message
from careercopilot.modules.messaging.ports.mailer import (
    MailBrokenOff,
    MailDeferred,
    MailError,
    MailRefused,
    MailUnavailable,
)

_log = structlog.get_logger("careercopilot.mail")
_STEP_WITHIN = 10.0
_ALL_WITHIN = 25.0
_QUIT_WITHIN = 2.0
_PAUSE = 20.0
_PERMANENT = 500
_CLOSING = 421


class SmtpMailer:
    """Opens a connection per mail. A server that is away is not knocked at again for a while; it is told once."""

    def __init__(
        self,
        server: SmtpServer,
        sender: Address,
        *,
        step_within: float = _STEP_WITHIN,
        pause: float = _PAUSE,
    ) -> None:
        self._server = server
        self._sender = sender
        self._step_within = step_within
        self._circuit = Circuit(pause)

    async def send(self, mail: Mail) -> None:
        now = asyncio.get_running_loop().time()
        if not self._circuit.admits(now):
            raise MailUnavailable("the server was away a moment ago")
        try:
            await self._send(mail, now + _ALL_WITHIN)
        except MailUnavailable as failure:
            self._note_away(failure)
            raise
        except MailError:  # about this mail alone: the server is there
            self._note_there()
            raise
        self._note_there()

    async def forget(self, user_id: UUID) -> None:
        """Nothing is kept here."""

    async def _send(self, mail: Mail, until: float) -> None:
        client = self._server.client(self._step_within)
        try:
            await _connect(client, until)
            await self._hand_over(client, mail, until)
            with suppress(SMTPException, OSError):  # the mail was taken: how the server says goodbye changes nothing
                await client.quit(timeout=_QUIT_WITHIN)
        finally:
            client.close()

    async def _hand_over(self, client: SMTP, mail: Mail, until: float) -> None:
        message = self._written(mail)
        try:
            async with asyncio.timeout_at(until):
                await client.send_message(message, sender=self._sender.addr_spec, recipients=[mail.to])
        except (SMTPException, OSError) as error:
            raise _meaning(error) from error

    def _written(self, mail: Mail) -> EmailMessage:
        try:
            return as_message(mail, self._sender)
        except (ValueError, LookupError, MessageError) as error:
            raise MailRefused(f"the message cannot be written: {type(error).__name__}") from error

    def _note_away(self, failure: MailUnavailable) -> None:
        if self._circuit.failed(asyncio.get_running_loop().time()):
            _log.warning("mail.server-away", host=self._server.host, reason=str(failure))

    def _note_there(self) -> None:
        if self._circuit.succeeded():
            _log.info("mail.server-back", host=self._server.host)


async def _connect(client: SMTP, until: float) -> None:
    """Greet, encrypt and sign in; whatever fails there is no mail's fault."""
    try:
        async with asyncio.timeout_at(until):
            await client.connect()
    except SMTPResponseException as error:
        raise MailUnavailable(f"the server does not let us in: {error.code}") from error
    except (SMTPException, OSError) as error:
        raise MailUnavailable(f"the server cannot be reached as it is to be: {type(error).__name__}") from error


def _meaning(error: Exception) -> MailError:
    """Say what a failure means for this mail and for the others.

    A reply's text may quote the address, so only its number is told.
    """
    if isinstance(error, SMTPRecipientsRefused) and error.recipients:
        return _meaning(error.recipients[0])
    if isinstance(error, SMTPNotSupported):
        return MailRefused("the server cannot write to such an address")
    if isinstance(error, SMTPResponseException):
        return _answered(error)
    return MailBrokenOff(f"the server does not get done: {type(error).__name__}")


def _answered(error: SMTPResponseException) -> MailError:
    about_this_mail = isinstance(error, SMTPRecipientRefused | SMTPDataError)
    if error.code == _CLOSING:
        return MailBrokenOff(f"the server answered {error.code}")
    if not about_this_mail:
        return MailUnavailable(f"the server answered {error.code}")
    if error.code >= _PERMANENT:
        return MailRefused(f"the server answered {error.code}")
    return MailDeferred(f"the server answered {error.code}")
