"""Give the server's account a way to its files, when root keeps them where nobody else may look.

A clone under /root is closed to everybody. Opening /root to all accounts of the machine (o+x) would
expose more than the server needs; instead the server's processes join the group of a closed directory,
and only where that group has no right either, the right (g+x) is added.
"""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from careercopilot.adapters.embedded_postgres.account import Account
from careercopilot.adapters.embedded_postgres.errors import DirectoryUnreachable

READ, ENTER = 4, 1


@dataclass(frozen=True)
class Reach:
    """The account with the groups it needs, and what had to be changed on disk for it."""

    account: Account
    changed: tuple[Path, ...] = ()


def reach(account: Account, trees: Iterable[Path], directories: Iterable[Path]) -> Reach:
    """Let the account read the trees and enter the directories; changes nothing that suffices already."""
    if account.is_ours:
        return Reach(account)
    result = Reach(account)
    for path in [*trees, *directories]:
        for parent in reversed(path.parents):
            result = _allow(result, parent, ENTER)
    for directory in directories:
        result = _allow(result, directory, ENTER)
    for tree in trees:
        result = _allow_tree(result, tree)
    return result


def _allow_tree(result: Reach, tree: Path) -> Reach:
    """Only a wheel unpacked under a strict umask is closed, and then all of it: the top tells."""
    result_of_top = _allow(result, tree, READ | ENTER)
    if result_of_top == result:
        return result
    for folder, _, files in os.walk(tree):
        result_of_top = _allow(result_of_top, Path(folder), READ | ENTER)
        for name in files:
            file = Path(folder, name)
            executable = file.stat().st_mode & stat.S_IXUSR
            result_of_top = _allow(result_of_top, file, READ | ENTER if executable else READ)
    return result_of_top


def _allow(result: Reach, path: Path, needed: int) -> Reach:
    account, found = result.account, path.stat()
    groups = account.groups | {account.gid}
    if _granted(found, account.uid, groups) & needed == needed:
        return result
    joined = replace(account, groups=account.groups | {found.st_gid})
    if _granted(found, account.uid, joined.groups | {account.gid}) & needed == needed:
        return replace(result, account=joined)
    try:
        path.chmod(stat.S_IMODE(found.st_mode) | needed << 3)
    except OSError as error:
        message = f"the account {account.name} cannot reach {path} and it cannot be opened: {error.strerror}"
        raise DirectoryUnreachable(message) from error
    return Reach(joined, (*result.changed, path))


def _granted(found: os.stat_result, uid: int, groups: frozenset[int]) -> int:
    if found.st_uid == uid:
        return found.st_mode >> 6 & 7
    if found.st_gid in groups:
        return found.st_mode >> 3 & 7
    return found.st_mode & 7
