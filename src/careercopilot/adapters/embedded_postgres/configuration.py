"""The server's settings, written afresh before every start."""

from careercopilot.adapters.embedded_postgres.layout import Layout

# Takes the place of the sample that initdb writes; made once, so what an operator adds stays.
MAIN = """\
# The product's settings, rewritten at every start:
include '../postgres.conf'
# Settings of your own go below this line; they win.
"""
SETTINGS = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "min_wal_size": "80MB",
    "synchronous_commit": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "lc_monetary": "C",
    "lc_numeric": "C",
    "lc_time": "C",
    "default_text_search_config": "pg_catalog.english",
    "log_line_prefix": "%m [%p] ",
    "log_checkpoints": "off",
    "log_error_verbosity": "terse",  # the details of an error are values, an e-mail address that is taken for one
}
DURABLE = {"fsync": "on", "full_page_writes": "on"}
THROW_AWAY = {"fsync": "off", "full_page_writes": "off"}


def write_settings(layout: Layout, *, durable: bool) -> None:
    """Write the product's settings beside the cluster; `durable=False` is for tests only."""
    settings = {
        **SETTINGS,
        **(DURABLE if durable else THROW_AWAY),
        "unix_socket_directories": str(layout.sockets),
    }
    lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
    layout.settings.write_text("".join(lines), encoding="utf-8")
    layout.settings.chmod(0o644)  # the server may run under another account than ours
