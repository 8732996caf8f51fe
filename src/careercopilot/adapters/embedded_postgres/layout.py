"""Where the embedded server keeps its things inside a data directory."""

import hashlib
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from careercopilot.adapters.embedded_postgres.errors import DirectoryUnreachable

SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 107 if sys.platform == "linux" else 103


@dataclass(frozen=True)
class Layout:
    """The paths of one data directory."""

    data_dir: Path

    @property
    def cluster(self) -> Path:
        """The database files."""
        return self.data_dir / "postgres"

    @property
    def unfinished_cluster(self) -> Path:
        """A cluster being made; whatever lies here without a maker is rubbish."""
        return self.data_dir / "postgres.new"

    @property
    def settings(self) -> Path:
        """The product's settings of the server."""
        return self.data_dir / "postgres.conf"

    @property
    def log(self) -> Path:
        """What the server prints."""
        return self.data_dir / "logs" / "postgres.log"

    @property
    def turn_lock(self) -> Path:
        """Held while starting or stopping, so that these never overlap."""
        return self.data_dir / "postgres.lock"

    @property
    def server_lock(self) -> Path:
        """Held by every process of the running server."""
        return self.data_dir / "postgres.server"

    @property
    def users_lock(self) -> Path:
        """Held shared by every user of the server."""
        return self.data_dir / "postgres.users"

    @property
    def sockets(self) -> Path:
        """The directory of the server's socket: in the data directory unless its path cannot serve.

        Unix limits socket paths to about a hundred bytes, and connection URLs read commas and colons
        as separators; such a data directory gets a short private directory elsewhere. Not in TMPDIR:
        every process must find the same place.
        """
        own = self.data_dir / "postgres.run"
        plain = re.fullmatch(r"[A-Za-z0-9/._-]+", str(own))
        if plain and len(os.fsencode(own / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return own
        return Path("/tmp", self.cluster_name)  # noqa: S108 (`make_private` checks the owner and shuts it)

    @property
    def cluster_name(self) -> str:
        """A name by which the server's processes can be told from those of any other server."""
        return f"careercopilot-{hashlib.sha256(os.fsencode(self.data_dir)).hexdigest()[:16]}"


def make_private(directory: Path, owner: int, group: int) -> None:
    """Make a directory for its owner alone; one that somebody else planted is refused."""
    directory.mkdir(mode=0o700, exist_ok=True)
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {owner, os.geteuid()}:
        message = f"{directory} is in the way and belongs to somebody else: remove it"
        raise DirectoryUnreachable(message)
    directory.chmod(0o700)
    if found.st_uid != owner:
        os.chown(directory, owner, group)
