"""Asking Chroma how it is, without its client: health is asked often, and by processes that ask nothing else."""

import asyncio
import time
from urllib.request import urlopen

from careercopilot.kernel.health import ComponentHealth

HEARTBEAT = "/api/v2/heartbeat"
_PATIENCE = 1.0
_OK = 200


class ChromaHealthProbe:
    """Listens for the heartbeat. What the product lacks meanwhile is told in the detail."""

    component = "vector_store"

    def __init__(self, url: str) -> None:
        self._url = url

    async def check(self) -> ComponentHealth:
        begun = time.perf_counter()
        if await asyncio.to_thread(answers, self._url):
            return ComponentHealth("up", latency_ms=round((time.perf_counter() - begun) * 1000, 2))
        return ComponentHealth("down", detail="Chroma does not answer; similar jobs are found by words meanwhile")


def answers(url: str) -> bool:
    """Say whether a Chroma answers there within a second. Blocks meanwhile."""
    try:
        with urlopen(f"{url.rstrip('/')}{HEARTBEAT}", timeout=_PATIENCE) as answer:  # noqa: S310 - the operator's URL
            return bool(answer.status == _OK)
    except (OSError, ValueError):  # refused, reset, timed out, half an answer, no URL at all
        return False
