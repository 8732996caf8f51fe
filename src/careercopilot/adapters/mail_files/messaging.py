"""Mail written to a directory, where any mail program can open it."""

import asyncio
import os
from email.errors import MessageError
from email.headerregistry import Address
from pathlib import Path
from uuid import UUID

import structlog

from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.domain.mime import as_message
from careercopilot.modules.messaging.ports.mailer import MailRefused, MailUnavailable

_log = structlog.get_logger("careercopilot.mail")
_KEPT = 1000
_SUFFIX = ".eml"


class FileMailer:
    """One file per mail, named by its id and its person's: they sort by their age, and the oldest make room."""

    def __init__(self, folder: Path, sender: Address, kept: int = _KEPT) -> None:
        self._folder = folder
        self._sender = sender
        self._kept = kept

    async def send(self, mail: Mail) -> None:
        try:
            content = as_message(mail, self._sender).as_bytes()
        except (ValueError, LookupError, MessageError) as error:
            raise MailRefused(f"the message cannot be written: {type(error).__name__}") from error
        try:
            path = await asyncio.to_thread(self._write, f"{mail.id}.{mail.user_id}{_SUFFIX}", content)
        except OSError as error:
            raise MailUnavailable(f"the directory cannot be written to: {error.strerror}") from error
        _log.info("mail.written", to_domain=mail.to.rpartition("@")[2], file=str(path))

    async def forget(self, user_id: UUID) -> None:
        try:
            await asyncio.to_thread(self._remove, f"*.{user_id}{_SUFFIX}")
        except OSError as error:
            raise MailUnavailable(f"the directory cannot be written to: {error.strerror}") from error

    def _write(self, name: str, content: bytes) -> Path:
        """Write the whole file or none: readers never see half a mail, and only its owner sees any."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path, unfinished = self._folder / name, self._folder / f".{name}.{os.getpid()}"
        with open(unfinished, "wb", opener=_for_the_owner) as file:
            file.write(content)
        unfinished.replace(path)
        self._make_room()
        return path

    def _make_room(self) -> None:
        mails = sorted(self._folder.glob(f"*{_SUFFIX}"))
        for old in mails[: max(0, len(mails) - self._kept)]:
            old.unlink(missing_ok=True)  # another process makes room too

    def _remove(self, pattern: str) -> None:
        for path in self._folder.glob(pattern):
            path.unlink(missing_ok=True)


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
