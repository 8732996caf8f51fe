"""The embedded server as its users see it."""

import logging
from pathlib import Path

from careercopilot.adapters.embedded_postgres import database, postmaster
from careercopilot.adapters.embedded_postgres.account import Account, choose_account
from careercopilot.adapters.embedded_postgres.binaries import trees
from careercopilot.adapters.embedded_postgres.cluster import ensure_cluster
from careercopilot.adapters.embedded_postgres.configuration import write_settings
from careercopilot.adapters.embedded_postgres.errors import EmbeddedPostgresError
from careercopilot.adapters.embedded_postgres.layout import Layout, make_private
from careercopilot.adapters.embedded_postgres.locks import Membership, turn
from careercopilot.adapters.embedded_postgres.log_file import keep_small
from careercopilot.adapters.embedded_postgres.reach import reach

logger = logging.getLogger(__name__)


class EmbeddedPostgres:
    """The PostgreSQL server of one data directory, shared by any number of processes.

    Every method blocks; call them through `asyncio.to_thread` from a running loop.
    `durable=False` gives up safety against power cuts for speed and is meant for tests.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self._layout = Layout(data_dir.resolve())
        self._durable = durable
        self._membership = Membership(self._layout.users_lock)

    @property
    def url(self) -> str:
        """Where the database is, or will be once it is acquired."""
        return database.url(self._layout)

    @property
    def log_path(self) -> Path:
        """What the server prints."""
        return self._layout.log

    @property
    def pid(self) -> int | None:
        """The process id of the living server; a zombie is dead."""
        return postmaster.live_pid(self._layout)

    def acquire(self) -> str:
        """Become a user of the server, which is made and started when needed; return the database's URL."""
        try:
            self._layout.data_dir.mkdir(parents=True, exist_ok=True)
            with turn(self._layout.turn_lock):
                self._join()
        except OSError as error:
            message = f"the database in {self._layout.data_dir} cannot be used: {error}"
            raise EmbeddedPostgresError(message) from error
        return self.url

    def release(self) -> None:
        """Stop being a user; the last one out stops the server. Safe to repeat."""
        if self._membership.joined:
            with turn(self._layout.turn_lock):
                self._leave()

    def ensure_running(self) -> None:
        """Start the server again if it died under its users; keep its log small."""
        keep_small(self._layout.log)
        if self.pid is None and self._membership.joined:
            with turn(self._layout.turn_lock):
                self._start_if_dead()

    def _join(self) -> None:
        self._membership.join()
        try:
            self._start_if_dead()
            database.ensure_database(self._layout, self._account())
        except BaseException:
            self._leave()
            raise

    def _start_if_dead(self) -> None:
        if self.pid is not None:
            return
        layout = self._layout
        account = self._account()
        ensure_cluster(layout, account, durable=self._durable)
        make_private(layout.sockets, account.uid, account.gid)
        write_settings(layout, durable=self._durable)
        postmaster.start(layout, account)

    def _leave(self) -> None:
        try:
            if self._membership.is_last():
                postmaster.stop(self._layout, self._account())
        finally:
            self._membership.leave()

    def _account(self) -> Account:
        directories = [self._layout.data_dir, self._layout.sockets.parent]
        reached = reach(choose_account(self._layout.cluster), trees(), directories)
        if reached.changed:
            logger.warning(
                "gave the group of these directories a way through for the database's account %s: %s",
                reached.account.name,
                ", ".join(map(str, reached.changed)),
            )
        return reached.account
