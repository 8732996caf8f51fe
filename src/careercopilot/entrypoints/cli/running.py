"""Running a command's use cases on the database of its data directory."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import click
import uvloop
from dishka import AsyncContainer

from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.runtime import open_container
from careercopilot.bootstrap.settings import Settings

T = TypeVar("T")

data_dir_option = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where everything is kept.  [default: CAREERCOPILOT_DATA_DIR, or .careercopilot]",
)


def settings_for(data_dir: Path | None, **changes: object) -> Settings:
    """Read the settings, with what was said on the command line; logs go to standard error."""
    given = {name: value for name, value in {"data_dir": data_dir, **changes}.items() if value is not None}
    settings = Settings(**given)  # type: ignore[arg-type] # checked by the settings themselves
    configure_logging(settings)
    return settings


def run_with_container(settings: Settings, work: Callable[[AsyncContainer], Coroutine[Any, Any, T]]) -> T:
    """Open the product, do the work, and close it, whatever happens."""

    async def opened() -> T:
        async with open_container(settings) as container:
            return await work(container)

    return uvloop.run(opened())
