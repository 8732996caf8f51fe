"""Health of the mail server."""

import asyncio
import time

from aiosmtplib import SMTPException

from careercopilot.adapters.smtp.server import SmtpServer
from careercopilot.kernel.health import ComponentHealth

_PATIENCE = 1.8
_REMEMBERED_FOR = 5.0


class SmtpHealthProbe:
    """Says hello to the server, and remembers the answer for a few seconds."""

    component = "external_services"

    def __init__(self, server: SmtpServer) -> None:
        self._server = server
        self._asking = asyncio.Lock()
        self._known: tuple[float, ComponentHealth] | None = None

    async def check(self) -> ComponentHealth:
        async with self._asking:
            now = time.monotonic()
            if self._known is None or now - self._known[0] > _REMEMBERED_FOR:
                self._known = now, await self._ask()
            return self._known[1]

    async def _ask(self) -> ComponentHealth:
        begun = time.perf_counter()
        client = self._server.client(_PATIENCE)
        try:
            async with asyncio.timeout(_PATIENCE):
                await client.connect()
                await client.ehlo()
        except SMTPException as error:
            return ComponentHealth(
                "down", detail=f"the mail server does not answer as it should: {type(error).__name__}"
            )
        except (OSError, TimeoutError):
            return ComponentHealth("down", detail="the mail server does not answer")
        finally:
            client.close()
        return ComponentHealth("up", round((time.perf_counter() - begun) * 1000, 2), "mail server")
