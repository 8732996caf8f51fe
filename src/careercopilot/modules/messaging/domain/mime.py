"""A mail as a message of RFC 5322: plain text and HTML."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr

from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.domain.words import one_line


def sender_of(text: str) -> Address:
    """Return the address that "Name <name@host>" gives. Raises ValueError for anything else."""
    name, address = parseaddr(text)
    local, at, domain = address.rpartition("@")
    if not (local and at and domain):
        raise ValueError("MAIL_FROM must be an address such as Career Copilot <jobs@example.org>")
    return Address(one_line(name), local, domain)


def as_message(mail: Mail, sender: Address) -> EmailMessage:
    """Return the message; its id is the mail's, so a server that gets it twice can tell."""
    message = EmailMessage(policy=SMTP if mail.to.isascii() else SMTPUTF8)
    local, _, domain = mail.to.rpartition("@")
    message["From"] = sender
    message["To"] = Address(one_line(mail.to_name), local, domain)
    message["Subject"] = one_line(mail.subject)
    message["Date"] = format_datetime(mail.written_at)
    message["Message-ID"] = f"<{mail.id}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message
