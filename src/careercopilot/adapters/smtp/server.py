"""Where the mail server is, and how it is spoken to."""

from dataclasses import dataclass, field
from socket import gethostname
from typing import Self
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from aiosmtplib import SMTP

_PORTS = {"smtp": 587, "smtps": 465}
_STARTTLS: dict[str, bool | None] = {"required": True, "optional": None, "never": False}


class BadSmtpUrl(Exception):
    """The setting does not say where a mail server is. The text never holds the URL, which may hold a password."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"SMTP_URL {reason}; it is smtp://user:password@host:587?starttls=required (or optional, never),"
            " or smtps://user:password@host:465"
        )


@dataclass(frozen=True)
class SmtpServer:
    """``starttls``: True demands it, False forbids it, None takes it where it is offered."""

    host: str
    port: int
    tls: bool
    starttls: bool | None
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, url: str) -> Self:
        """Read the setting. A password is not sent in the clear unless ``starttls`` says so.

        Raises BadSmtpUrl.
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise BadSmtpUrl("is no URL") from None
        if parts.scheme not in _PORTS:
            raise BadSmtpUrl("begins with neither smtp:// nor smtps://")
        if not host or parts.path not in {"", "/"}:
            raise BadSmtpUrl("must name a host, and no path")
        return cls(
            host=host,
            port=port or _PORTS[parts.scheme],
            tls=parts.scheme == "smtps",
            starttls=_starttls(parts),
            user=None if parts.username is None else unquote(parts.username),
            password=None if parts.password is None else unquote(parts.password),
        )

    def client(self, timeout: float) -> SMTP:
        """Return a connection that is yet to be opened; every step of it may take so many seconds."""
        return SMTP(
            hostname=self.host,
            port=self.port,
            use_tls=self.tls,
            start_tls=None if self.tls else self.starttls,
            username=self.user,
            password=self.password,
            local_hostname=gethostname(),  # asking the network for a longer name may take its time
            timeout=timeout,
        )


def _starttls(parts: SplitResult) -> bool | None:
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    choice = given.pop("starttls", None)
    if given or (choice is not None and choice not in _STARTTLS):
        raise BadSmtpUrl("has parameters that are not known")
    if parts.scheme == "smtps":
        if choice is not None:
            raise BadSmtpUrl("cannot have starttls with smtps, which is encrypted from the start")
        return False
    if choice is None:
        choice = "required" if parts.password else "optional"
    return _STARTTLS[choice]
