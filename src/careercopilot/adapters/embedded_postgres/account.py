"""Which operating system account the server runs under."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from careercopilot.adapters.embedded_postgres.errors import DirectoryUnreachable

OWN_ACCOUNT = "careercopilot"


class RunAs(TypedDict, total=False):
    """The keyword arguments of `subprocess.run` that change the account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """An account, and the further groups that its processes join."""

    uid: int
    gid: int
    name: str
    groups: frozenset[int] = frozenset()

    @property
    def is_ours(self) -> bool:
        """Whether this process runs under it already."""
        return self.uid == os.geteuid()

    def run_as(self) -> RunAs:
        """Return what makes a child process run under this account."""
        if self.is_ours:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": sorted(self.groups)}


def choose_account(cluster: Path) -> Account:
    """Return the account of the server: our own, except that PostgreSQL refuses to run as root.

    Root keeps to the owner of existing files, then takes the first of: the product's own account,
    `postgres`, a new system account, `nobody`.
    """
    owner = cluster.stat().st_uid if cluster.exists() else None
    if os.geteuid() != 0:
        if owner not in {None, os.geteuid()}:
            message = f"{cluster} belongs to the account {_name(owner)}: run as that account or as root"
            raise DirectoryUnreachable(message)
        return Account(os.geteuid(), os.getegid(), _name(os.geteuid()))
    if owner:
        return _by_uid(owner, cluster.stat().st_gid)
    found = _find(OWN_ACCOUNT) or _find("postgres") or _make_own() or _find("nobody")
    if found is None:
        message = f"PostgreSQL refuses to run as root and finds no other account: useradd --system {OWN_ACCOUNT}"
        raise DirectoryUnreachable(message)
    return found


def _find(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid, name)


def _by_uid(uid: int, gid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:  # an owner from another machine or image: PostgreSQL can do without an entry
        return Account(uid, gid, str(uid))
    return Account(uid, entry.pw_gid, entry.pw_name)


def _make_own() -> Account | None:
    command = shutil.which("useradd")
    if command is None:
        return None
    subprocess.run(  # noqa: S603 (constants)
        [command, "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", OWN_ACCOUNT],
        check=False,
        capture_output=True,
    )
    return _find(OWN_ACCOUNT)


def _name(uid: int | None) -> str:
    return _by_uid(uid or 0, 0).name
