"""Running the PostgreSQL programs."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from careercopilot.adapters.embedded_postgres.account import Account
from careercopilot.adapters.embedded_postgres.binaries import program

# Nothing of the caller's environment: PGPORT, PGOPTIONS or a foreign locale would reach the server.
ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "TZ": "UTC"}

EMPTY_WORDS = re.compile(r"^pg_ctl: could not|^Examine the log|database system is shut down$")


def run(
    name: str,
    *arguments: str,
    account: Account,
    environment: Mapping[str, str] | None = None,
    output: BinaryIO | None = None,
    inherited: tuple[int, ...] = (),
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end under the account, in its own session so that Ctrl-C does not reach it.

    What it prints goes to `output` when given (a server must not keep a pipe open), else into the result.
    """
    return subprocess.run(  # noqa: S603 (programs of the wheel, arguments of ours)
        [program(name), *arguments],
        check=False,
        text=True,
        errors="replace",
        cwd="/",
        env={**ENVIRONMENT, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=output or subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        pass_fds=inherited,
        umask=0o077,
        **account.run_as(),
    )


def last_lines(text: str, count: int = 3) -> str:
    """Return the end of a log on one line, without what says no more than that something failed."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not EMPTY_WORDS.search(line)]
    return " | ".join(lines[-count:]) or "it said nothing"


def give(path: Path, account: Account) -> None:
    """Hand a tree over to the account."""
    if account.is_ours:
        return
    for each in [path, *path.rglob("*")]:
        os.chown(each, account.uid, account.gid, follow_symlinks=False)
