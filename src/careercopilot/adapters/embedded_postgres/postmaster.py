"""Starting, finding and stopping the server process of a cluster."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from careercopilot.adapters.embedded_postgres.account import Account
from careercopilot.adapters.embedded_postgres.errors import ServerDidNotStart, ServerDidNotStop
from careercopilot.adapters.embedded_postgres.layout import SOCKET_NAME, Layout
from careercopilot.adapters.embedded_postgres.locks import POLL, lock_now, open_lock_file
from careercopilot.adapters.embedded_postgres.log_file import keep_small, open_log, read_from
from careercopilot.adapters.embedded_postgres.processes import end_processes, is_named, is_running
from careercopilot.adapters.embedded_postgres.programs import last_lines, run

LONGEST_START = 120  # a recovery after a power cut may take its time
LONGEST_STOP = 60
LONGEST_FAREWELL = 10.0


def live_pid(layout: Layout) -> int | None:
    """Return the process id of the running server; None when it is dead, a zombie, or never was."""
    try:
        first, *_ = (layout.cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid = int(first)
    except (OSError, ValueError):
        return None
    return pid if is_running(pid) and is_named(pid, layout.cluster_name) else None


def start(layout: Layout, account: Account) -> None:
    """Start the server and wait until it accepts connections. Call it when there is no live one."""
    keep_small(layout.log)
    end_processes(layout.cluster_name)
    with _sole_server(layout) as mark, open_log(layout.log) as log:
        _forget_dead_server(layout)
        offset = log.tell()
        result = run(
            *("pg_ctl", "start", "-s", "-w", "-t", str(LONGEST_START)),
            *("-o", f"-c cluster_name={layout.cluster_name}"),
            account=account,
            environment={"PGDATA": str(layout.cluster)},
            output=log,
            inherited=(mark,),
        )
    if result.returncode != 0:
        message = f"the database did not start ({layout.log}): {last_lines(read_from(layout.log, offset))}"
        raise ServerDidNotStart(message)


def stop(layout: Layout, account: Account) -> None:
    """Stop the server tidily: connections are ended, everything is written."""
    if live_pid(layout) is None:
        return
    result = run(
        *("pg_ctl", "stop", "-s", "-w", "-m", "fast", "-t", str(LONGEST_STOP)),
        account=account,
        environment={"PGDATA": str(layout.cluster)},
    )
    if result.returncode != 0 and live_pid(layout) is not None:
        message = f"the database did not stop: {last_lines(result.stdout)}"
        raise ServerDidNotStop(message)


@contextmanager
def _sole_server(layout: Layout) -> Iterator[int]:
    """Give a locked file for the server to inherit.

    All of its processes then hold the lock, so that it is free exactly when the last of them is gone,
    wherever it runs: process ids say nothing about a server in another container on the same directory.
    """
    mark = open_lock_file(layout.server_lock)
    try:
        deadline = time.monotonic() + LONGEST_FAREWELL
        while not lock_now(mark, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                message = f"another server works on {layout.cluster}, perhaps in another container"
                raise ServerDidNotStart(message)
            time.sleep(POLL)
        yield mark
    finally:
        os.close(mark)


def _forget_dead_server(layout: Layout) -> None:
    """Remove the marks of a killed server.

    A new one would take whoever bears the old one's number now, be it the zombie, for a running server.
    """
    for left in (
        layout.cluster / "postmaster.pid",
        layout.sockets / SOCKET_NAME,
        layout.sockets / f"{SOCKET_NAME}.lock",
    ):
        left.unlink(missing_ok=True)
