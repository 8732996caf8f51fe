"""Running a command's use cases on the database of its data directory."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import uvloop
from dishka import AsyncContainer

from careercopilot.bootstrap.runtime import open_container
from careercopilot.bootstrap.settings import Settings

T = TypeVar("T")


def run_with_container(settings: Settings, work: Callable[[AsyncContainer], Coroutine[Any, Any, T]]) -> T:
    """Open the product, do the work, and close it, whatever happens."""

    async def opened() -> T:
        async with open_container(settings) as container:
            return await work(container)

    return uvloop.run(opened())
