"""Mail that stays here."""

from uuid import UUID

from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.ports.mailer import MailBrokenOff, MailDeferred, MailRefused, MailUnavailable


class MemoryMailer:
    """Keeps what was sent; refuses, defers, breaks off or is away as it is told to."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []
        self.attempts = 0
        self.refuses: set[str] = set()
        self.defers: set[str] = set()
        self.breaks_off_at: set[str] = set()
        self.away = False

    async def send(self, mail: Mail) -> None:
        self.attempts += 1
        if self.away:
            raise MailUnavailable("switched off")
        if mail.to in self.breaks_off_at:
            raise MailBrokenOff("broken off")
        if mail.to in self.refuses:
            raise MailRefused("no such mailbox")
        if mail.to in self.defers:
            raise MailDeferred("the mailbox is busy")
        self.sent.append(mail)

    async def forget(self, user_id: UUID) -> None:
        self.sent = [mail for mail in self.sent if mail.user_id != user_id]
