"""The database files: made once, whole or not at all."""

import os
import shutil
from pathlib import Path

from careercopilot.adapters.embedded_postgres import configuration
from careercopilot.adapters.embedded_postgres.account import Account
from careercopilot.adapters.embedded_postgres.binaries import MAJOR_VERSION
from careercopilot.adapters.embedded_postgres.errors import ClusterNotMade, IncompatibleCluster
from careercopilot.adapters.embedded_postgres.layout import Layout, make_private
from careercopilot.adapters.embedded_postgres.programs import give, last_lines, run

INITDB = (
    "--username=postgres",
    "--auth=trust",  # the socket's directory is private to the account, and there is no TCP
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)


def ensure_cluster(layout: Layout, account: Account, *, durable: bool) -> None:
    """Make the cluster unless it is there; refuse one of another major version."""
    version = layout.cluster / "PG_VERSION"
    if version.exists():
        found = version.read_text(encoding="ascii", errors="replace").strip()
        if found != MAJOR_VERSION:
            raise IncompatibleCluster(layout.cluster, found, MAJOR_VERSION)
        if layout.cluster.stat().st_uid != account.uid:
            give(layout.cluster, account)  # files of root, e.g. copied back from a backup
        return
    if layout.cluster.exists() and any(layout.cluster.iterdir()):
        message = f"{layout.cluster} is not a PostgreSQL cluster: move it away to let a new one be made"
        raise ClusterNotMade(message)
    _make(layout, account, durable=durable)


def _make(layout: Layout, account: Account, *, durable: bool) -> None:
    """Run initdb beside the cluster's place and rename: a half-made cluster is never taken for one."""
    unfinished = layout.unfinished_cluster
    shutil.rmtree(unfinished, ignore_errors=True)
    make_private(unfinished, account.uid, account.gid)
    sync = "--sync-method=fsync" if durable else "--no-sync"
    result = run("initdb", f"--pgdata={unfinished}", *INITDB, sync, account=account)
    if result.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        message = f"the database could not be made in {layout.data_dir}: {last_lines(result.stdout)}"
        raise ClusterNotMade(message)
    _write_main_settings(unfinished / "postgresql.conf")
    if layout.cluster.exists():
        layout.cluster.rmdir()
    unfinished.rename(layout.cluster)
    _sync(layout.data_dir)


def _write_main_settings(path: Path) -> None:
    # The directory is the server account's and we may be root: never follow a link planted there.
    descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC | os.O_NOFOLLOW)
    with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 (a descriptor)
        file.write(configuration.MAIN)
        file.flush()
        os.fsync(descriptor)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
