"""``up``: the whole product with one command."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import click
import structlog

from careercopilot.bootstrap.database import bring_up_to_date
from careercopilot.bootstrap.local_database import DataDirectoryLock, EmbeddedPostgres
from careercopilot.bootstrap.process import install_stop_signals
from careercopilot.bootstrap.secret_key import with_secret_key
from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.cli.greeting import address, greeting, reachable
from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.probe import answers, free_port, port_is_free
from careercopilot.entrypoints.cli.supervisor import ChildSpec, Supervisor
from careercopilot.entrypoints.cli.vector_server import vector_server

_log = structlog.get_logger("careercopilot.up")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@data_dir_option
def up(host: str, port: int, data_dir: Path | None) -> None:
    """Run everything on embedded parts: database, API, worker, vectors. The first start makes the database."""
    settings = with_secret_key(settings_for(data_dir))
    if not port_is_free(host, port):
        raise click.ClickException(f"port {port} on {host} is taken; choose another one with --port")
    with DataDirectoryLock(settings.data_dir, address(host, port)):
        asyncio.run(_run(settings, host, port))


async def _run(settings: Settings, host: str, port: int) -> None:
    stop = asyncio.Event()
    hurries: list[Callable[[], None]] = []

    def hurry() -> None:
        for each in hurries:
            each()

    uninstall = install_stop_signals(stop, hurry)
    server = None if settings.database_url else EmbeddedPostgres(settings.data_dir)
    try:
        url = await asyncio.to_thread(server.acquire) if server else _configured(settings)
        await bring_up_to_date(url)
        supervisor = Supervisor(_children(settings, url, host, port), watch=_watches(server), on_event=_tell)
        hurries.append(supervisor.hurry)
        if not stop.is_set():
            await supervisor.run(stop, on_ready=lambda: _greet(host, port, settings))
    finally:
        if server is not None:
            await asyncio.to_thread(server.release)
        uninstall()
    click.echo("Stopped.")


def _configured(settings: Settings) -> str:
    return settings.database_url.get_secret_value() if settings.database_url else ""


def _children(settings: Settings, url: str, host: str, port: int) -> list[ChildSpec]:
    vectors = free_port() if settings.chroma_url is None else None
    environment = {
        "CAREERCOPILOT_BASE_URL": _base_url(settings, host, port),
        "CAREERCOPILOT_CHROMA_URL": settings.chroma_url or f"http://127.0.0.1:{vectors}",
        "CAREERCOPILOT_DATABASE_URL": url,
        "CAREERCOPILOT_SECRET_KEY": settings.secret_key.get_secret_value() if settings.secret_key else "",
        "CAREERCOPILOT_DATA_DIR": str(settings.data_dir.resolve()),
    }
    api = (sys.executable, "-m", "careercopilot.entrypoints.asgi", "--host", host, "--port", str(port))
    worker = (sys.executable, "-m", "careercopilot.entrypoints.worker")
    children = [
        ChildSpec("api", api, environment, ready=lambda: answers(reachable(host), port, "/health/live")),
        ChildSpec("worker", worker, environment, background=True),
    ]
    if settings.redis_url is not None:  # the worker takes turns with others, so none of them is the scheduler
        scheduler = (sys.executable, "-m", "careercopilot.entrypoints.worker.scheduler")
        children.append(ChildSpec("scheduler", scheduler, environment, background=True))
    if vectors is not None:
        children.append(vector_server(settings.data_dir, vectors))
    return children


def _base_url(settings: Settings, host: str, port: int) -> str:
    """Return what links in e-mails begin with: what the operator says, or else where this is running."""
    return settings.base_url if "base_url" in settings.model_fields_set else address(reachable(host), port)


def _watches(server: EmbeddedPostgres | None) -> list[Callable[[], "asyncio.Future[None]"]]:
    if server is None:
        return []
    return [lambda: asyncio.ensure_future(asyncio.to_thread(server.ensure_running))]


def _tell(event: str, facts: dict[str, object]) -> None:
    worth_a_warning = event in {"child.exited", "watch.failed"}
    (_log.warning if worth_a_warning else _log.debug)(event, **facts)


def _greet(host: str, port: int, settings: Settings) -> None:
    click.echo(greeting(host, port, settings.data_dir))
    sys.stdout.flush()
