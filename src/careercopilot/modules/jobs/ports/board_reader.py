"""Reading a board: one port for every source of postings."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Protocol

from careercopilot.modules.jobs.domain.posting import Posting


@dataclass(frozen=True)
class SourceTraits:
    """What holds for every board of a source.

    ``lists_everything``: a complete read shows all that is open, so what is missing has closed.
    ``attribution``: the credit that the source asks to be shown with its postings, or None.
    """

    name: str
    lists_everything: bool
    attribution: str | None = None


@dataclass(frozen=True)
class Validators:
    """What the source gave to ask "changed since?" with."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class FoundPosting:
    """A posting as found, not yet understood.

    ``fingerprint`` (16 bytes) changes exactly when the source's own words, or the way this program reads them,
    change; so an unchanged posting never needs ``parse``. ``parse`` raises PostingRejected.
    """

    external_id: str
    fingerprint: bytes
    parse: Callable[[], Posting]


@dataclass(frozen=True)
class UnreadablePosting:
    """A row of a board without even an identity, and why."""

    external_id: str | None
    reason: str


@dataclass(frozen=True)
class BoardPage:
    """Postings as they come in; ``validators`` stand on the page that carried them.

    ``company`` is the employer's name as the board says it, where it says one for the whole board.
    """

    postings: tuple[FoundPosting, ...]
    unreadable: tuple[UnreadablePosting, ...] = ()
    validators: Validators | None = None
    company: str | None = None


class PostingRejected(Exception):
    """A posting that cannot be taken, with the reason for the ledger."""


class BoardUnchanged(Exception):
    """The source says that nothing changed since the validators were given."""


class BoardError(Exception):
    """A board that could not be read, or not to its end.

    ``code`` is one of: ``board_not_found``, ``blocked`` (401, 403, a bot wall), ``rate_limited``,
    ``source_error`` (5xx), ``unexpected_status``, ``not_json`` (HTML or garbage where data belongs),
    ``truncated``, ``unexpected_shape``, ``too_large``, ``timeout``, ``unreachable``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class BoardReader(Protocol):
    """Reads the boards of one source."""

    @property
    def traits(self) -> SourceTraits:
        """What holds for every board of this source."""
        ...

    def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        """Yield the board's listed postings, page by page.

        Raises BoardUnchanged before the first page when ``known`` still holds, and BoardError when the board
        cannot be read or breaks off: an empty board and a failed read are never the same. What the source marks
        as unlisted is left out.
        """
        ...
