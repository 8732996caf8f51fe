"""Sending mail.

MailError
 ├─ MailRefused       never for this one: there is no such mailbox, or the message is not taken
 ├─ MailDeferred      not now for this one: a full mailbox, greylisting
 └─ MailUnavailable   not now for any: the server is away
     └─ MailBrokenOff  it went away over this one, which may be the reason
"""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.domain.mail import Mail


class MailError(Exception):
    """A mail was not sent. The text is for operators: it says why, and holds neither address nor words of the mail."""


class MailRefused(MailError):
    """Trying again would not help this mail."""


class MailDeferred(MailError):
    """This mail may be taken later; others may be taken now."""


class MailUnavailable(MailError):
    """Nothing can be sent just now."""


class MailBrokenOff(MailUnavailable):
    """Nothing can be sent just now, since the server went away while it was given this mail."""


class Mailer(Protocol):
    """Hands mails to whoever carries them."""

    async def send(self, mail: Mail) -> None:
        """Return once the mail was taken; raise a MailError within 30 seconds otherwise."""
        ...

    async def forget(self, user_id: UUID) -> None:
        """Throw away what is kept here of mails to this person. What was handed over is not ours any more."""
        ...
