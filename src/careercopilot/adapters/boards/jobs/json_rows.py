"""Rows of a board's JSON: told apart and fingerprinted without understanding them."""

from collections.abc import Callable, Iterable
from functools import partial
from hashlib import blake2b
from typing import TypeVar

import msgspec

from careercopilot.adapters.boards.jobs.json_fields import Fields
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.ports.board_reader import (
    BoardError,
    BoardPage,
    FoundPosting,
    PostingRejected,
    UnreadablePosting,
    Validators,
)

T = TypeVar("T")
Parser = Callable[[str, Fields], Posting]
_FINGERPRINT_BYTES = 16
_LONGEST_ID = 200


class _Identity(msgspec.Struct):
    """The little of a row that is needed while it is unchanged."""

    id: object = None
    isListed: object = True  # noqa: N815 - the source's own name


_identity = msgspec.json.Decoder(_Identity)
_row = msgspec.json.Decoder(dict[str, object])


def decode_rows(decoder: msgspec.json.Decoder[T], body: bytes) -> T:
    """Decode a board's answer as far as its rows; raise the BoardError that says what it is instead."""
    text = body.removeprefix(b"\xef\xbb\xbf")
    try:
        return decoder.decode(text)
    except msgspec.ValidationError as error:
        if _is_json(text):
            raise BoardError("unexpected_shape", f"The answer has another shape than the source's: {error}.") from error
        raise BoardError("not_json", "The answer is not JSON.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if text.lstrip()[:1] == b"<":
            raise BoardError("not_json", "A web page came instead of data: perhaps a bot wall.") from error
        raise BoardError("not_json", "The answer is not JSON.") from error


def _is_json(text: bytes) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def page_of(
    rows: Iterable[msgspec.Raw], parser: Parser, reading: bytes, validators: Validators | None = None
) -> BoardPage:
    """Return the listed rows as a page; ``reading`` names the way they are read, and is part of each fingerprint."""
    postings: list[FoundPosting] = []
    unreadable: list[UnreadablePosting] = []
    for row in rows:
        try:
            identity = _identity.decode(row)
        except (msgspec.DecodeError, UnicodeDecodeError):
            unreadable.append(UnreadablePosting(None, "The row is not an object."))
            continue
        if identity.isListed is False:
            continue
        external_id = _external_id(identity.id)
        if external_id is None:
            unreadable.append(UnreadablePosting(None, "The row has no id."))
            continue
        fingerprint = blake2b(row, digest_size=_FINGERPRINT_BYTES, key=reading).digest()
        postings.append(FoundPosting(external_id, fingerprint, partial(_parse, row, external_id, parser)))
    return BoardPage(tuple(postings), tuple(unreadable), validators)


def _external_id(stated: object) -> str | None:
    if isinstance(stated, bool) or not isinstance(stated, str | int):
        return None
    text = str(stated).replace("\x00", "").strip()
    return text if 0 < len(text) <= _LONGEST_ID else None


def _parse(row: msgspec.Raw, external_id: str, parser: Parser) -> Posting:
    try:
        fields = Fields(_row.decode(row))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PostingRejected(f"The row cannot be decoded: {error}.") from error
    return parser(external_id, fields)
