"""The product's database inside the cluster, and how to address it."""

import time
from urllib.parse import quote

from careercopilot.adapters.embedded_postgres.account import Account
from careercopilot.adapters.embedded_postgres.errors import ServerDidNotStart
from careercopilot.adapters.embedded_postgres.layout import Layout
from careercopilot.adapters.embedded_postgres.programs import last_lines, run

DATABASE = "careercopilot"
LONGEST_WAIT = 60.0


def url(layout: Layout) -> str:
    """Return the address over the unix socket; the port is named because PGPORT would fill a gap."""
    return f"postgresql://postgres@/{DATABASE}?host={quote(str(layout.sockets))}&port=5432"


def ensure_database(layout: Layout, account: Account) -> None:
    """Wait until the server answers a real connection, then create the database when it is missing."""
    exists = _ask(layout, account, f"SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'")  # noqa: S608
    if not exists:
        _ask(layout, account, f"CREATE DATABASE {DATABASE}")


def _ask(layout: Layout, account: Account, statement: str) -> str:
    deadline = time.monotonic() + LONGEST_WAIT
    while True:
        result = run(
            *("psql", "-X", "-A", "-t", "-q", "-w", "-v", "ON_ERROR_STOP=1"),
            *("-h", str(layout.sockets), "-p", "5432", "-U", "postgres", "-d", "postgres"),
            *("-c", statement),
            account=account,
        )
        if result.returncode == 0:
            return result.stdout.strip()
        if time.monotonic() > deadline or "starting up" not in result.stdout:
            message = f"the database does not answer: {last_lines(result.stdout)}"
            raise ServerDidNotStart(message)
        time.sleep(0.05)
