"""What the operating system knows about processes, without a library for it.

On Linux only files of /proc that anybody may read are used: in a container, root may not look into
another account's processes (no CAP_SYS_PTRACE).
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
ON_LINUX = sys.platform == "linux"


def is_running(pid: int) -> bool:
    """Whether the process exists and is more than a zombie, which nobody has buried yet."""
    state = _read(pid, "stat").rpartition(")")[2].strip() if ON_LINUX else _ask_ps("-p", str(pid), "-o", "state=")
    return state[:1] not in {"", "Z", "X"}


def is_named(pid: int, cluster_name: str) -> bool:
    """Whether the process belongs to the server of that name."""
    command = _read(pid, "cmdline") if ON_LINUX else _ask_ps("-p", str(pid), "-o", "command=")
    return _belongs(command, cluster_name)


def end_processes(cluster_name: str) -> None:
    """End the server's processes that outlived their killed postmaster, as it would have done in a crash.

    Idle ones leave by themselves; one amid a long query would not, and would keep the server from starting.
    """
    for pid, command in _commands():
        if _belongs(command, cluster_name):
            _signal(pid, signal.SIGQUIT)


def _belongs(command: str, cluster_name: str) -> bool:
    # The postmaster has the name in its arguments, its children in their titles.
    return re.search(rf"postgres\b.*{re.escape(cluster_name)}", command, re.DOTALL) is not None


def _commands() -> Iterator[tuple[int, str]]:
    if ON_LINUX:
        yield from ((int(entry.name), _read(entry.name, "cmdline")) for entry in PROC.glob("[0-9]*"))
        return
    for line in _ask_ps("-A", "-o", "pid=,command=").splitlines():
        pid, _, command = line.strip().partition(" ")
        yield int(pid), command


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        return


def _read(pid: int | str, name: str) -> str:
    try:
        return (PROC / str(pid) / name).read_text(errors="replace")
    except OSError:  # it has just ended
        return ""


def _ask_ps(*arguments: str) -> str:
    answer = subprocess.run(  # noqa: S603 (numbers and constants)
        ["/bin/ps", *arguments], check=False, capture_output=True, text=True
    )
    return answer.stdout.strip()
