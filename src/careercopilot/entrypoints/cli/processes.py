"""``serve``, ``worker``, ``scheduler`` and ``openapi``: this process becomes the one that does it."""

import os
import sys
from typing import NoReturn

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(host: str, port: int) -> None:
    """Run one API process on the database at CAREERCOPILOT_DATABASE_URL."""
    _become("careercopilot.entrypoints.asgi", "--host", host, "--port", str(port))


@click.command()
def worker() -> None:
    """Run one worker on the database at CAREERCOPILOT_DATABASE_URL; without a Redis it is the scheduler too."""
    _become("careercopilot.entrypoints.worker")


@click.command()
def scheduler() -> None:
    """Run the scheduler, which wakes the workers over the Redis at CAREERCOPILOT_REDIS_URL."""
    _become("careercopilot.entrypoints.worker.scheduler")


@click.command()
def openapi() -> None:
    """Print the OpenAPI document of the HTTP API; needs no database."""
    _become("careercopilot.entrypoints.asgi", "--openapi")


def _become(module: str, *arguments: str) -> NoReturn:
    """Replace this process, so that signals and exit codes are the server's own."""
    os.execv(sys.executable, [sys.executable, "-m", module, *arguments])  # noqa: S606 - our own interpreter and module
