"""The API process: ``python -m careercopilot.entrypoints.asgi --host H --port P``."""

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Iterator

import uvicorn
import uvloop

from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.process import collect_garbage_seldom, exit_when_parent_dies, install_stop_signals
from careercopilot.bootstrap.settings import Settings, settings_or_exit
from careercopilot.entrypoints.asgi.app import create_asgi_app
from careercopilot.entrypoints.asgi.document import print_document
from careercopilot.entrypoints.asgi.server import server_configuration


class _Server(uvicorn.Server):
    """A server that leaves signals to its process, which has more to close than the server."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def main() -> int:
    """Serve until SIGINT or SIGTERM."""
    exit_when_parent_dies()
    arguments = _arguments()
    if arguments.openapi:
        return print_document()
    settings = settings_or_exit()
    configure_logging(settings)
    if settings.database_url is None or settings.secret_key is None:
        missing = "CAREERCOPILOT_DATABASE_URL" if settings.database_url is None else "CAREERCOPILOT_SECRET_KEY"
        sys.stderr.write(f"serve needs {missing}; `careercopilot up` runs everything without it\n")
        return 2
    collect_garbage_seldom()
    return uvloop.run(_serve(settings, settings.database_url.get_secret_value(), arguments.host, arguments.port))


async def _serve(settings: Settings, url: str, host: str, port: int) -> int:
    container = postgres_container(settings, url)
    try:
        server = _Server(server_configuration(create_asgi_app(container, settings), settings, host, port))
        stop = asyncio.Event()
        install_stop_signals(stop, hurry=lambda: setattr(server, "force_exit", True))
        serving = asyncio.create_task(server.serve())
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        server.should_exit = True
        await serving
        return 0 if server.started else 1
    finally:
        await container.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The API process of Career Copilot.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--openapi", action="store_true", help="print the OpenAPI document and end")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
