"""E-mail addresses: what is taken for one, and when two are the same."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from careercopilot.kernel.errors import InvalidInput

_FIELD = "email"
_LONGEST = 254
_LONGEST_LOCAL = 64
# Characters with a meaning of their own in a mail header; nobody's address needs them.
_SPECIAL = frozenset('"(),:;<>[\\]')
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)


@dataclass(frozen=True)
class EmailAddress:
    """An address as it is shown and written to, and the ``key`` under which it is known only once."""

    address: str
    key: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the address in one spelling: NFC, its domain in lower-case ASCII. Raises InvalidInput."""
        tidy = unicodedata.normalize("NFC", text.strip())
        local, _, domain = tidy.rpartition("@")
        if len(tidy) > _LONGEST or not _is_local(local):
            raise _not_an_address()
        address = f"{local}@{_domain(domain)}"
        if len(address.encode()) > _LONGEST:
            raise _not_an_address()
        return cls(address, key_of(address))


def key_of(text: str) -> str:
    """Return the form in which addresses are compared; also for text that is no address, to look it up."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text.strip()).casefold())


def _is_local(local: str) -> bool:
    if not local or len(local) > _LONGEST_LOCAL or local[0] == "." or local[-1] == "." or ".." in local:
        return False
    # Categories C and Z: controls, invisible and unassigned characters, every kind of space.
    return not any(c == "@" or c in _SPECIAL or unicodedata.category(c)[0] in "CZ" for c in local)


def _domain(domain: str) -> str:
    try:
        name = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _not_an_address() from None
    labels = name.split(".")
    if name != "localhost" and (len(labels) < 2 or labels[-1].isdigit()):  # noqa: PLR2004 - a dot makes two labels
        raise _not_an_address()
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise _not_an_address()
    return name


def _not_an_address() -> InvalidInput:
    return InvalidInput(_FIELD, "must be an e-mail address such as name@example.org")
