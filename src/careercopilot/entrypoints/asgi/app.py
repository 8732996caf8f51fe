"""HTTP and WebSocket in one application."""

from dishka import AsyncContainer
from litestar import Litestar

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.http.app import create_app
from careercopilot.entrypoints.websocket import ROUTES, Limits, live_channel


def create_asgi_app(container: AsyncContainer, settings: Settings) -> Litestar:
    """Build what one API process serves, on a container that stays the caller's to close."""
    channel = live_channel(Limits(sockets=settings.max_sockets))
    return create_app(container, settings, more_routes=ROUTES, lifespan=[channel])
