"""How the server runs an application."""

from typing import Final

import uvicorn
from litestar import Litestar

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.asgi.protocols import PatientHttpProtocol, PatientSocketProtocol

_LONGEST_SOCKET_MESSAGE: Final = 65_536


def server_configuration(app: Litestar, settings: Settings, host: str, port: int) -> uvicorn.Config:
    """Return the server's configuration: what a header says of the caller's address only a trusted proxy may say."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        loop="none",
        http=PatientHttpProtocol,
        ws=PatientSocketProtocol,
        ws_max_size=_LONGEST_SOCKET_MESSAGE,
        ws_per_message_deflate=False,  # a compressor for each socket weighs more than our short messages
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=5,
    )
