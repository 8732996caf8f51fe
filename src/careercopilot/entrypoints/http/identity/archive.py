"""A person's records as one ZIP archive of JSON files."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

_IN_MEMORY: Final = 4 * 1024 * 1024
_PIECE: Final = 64 * 1024


async def archive_of(records: Mapping[str, object]) -> AsyncIterator[bytes]:
    """Give the archive piece by piece: ``<name>.json`` for every name.

    It is written by a thread, and to a file on disk once it is large, so that it holds up nobody and fills no memory.
    """
    with SpooledTemporaryFile(_IN_MEMORY) as archive:
        await asyncio.to_thread(_write, archive, records)
        while piece := await asyncio.to_thread(archive.read, _PIECE):
            yield piece


def _write(archive: IO[bytes], records: Mapping[str, object]) -> None:
    with ZipFile(archive, "w", ZIP_DEFLATED) as files:
        for name, views in records.items():
            files.writestr(f"{name}.json", msgspec.json.format(msgspec.json.encode(views), indent=2))
    archive.seek(0)
