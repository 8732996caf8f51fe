"""What commands have in common on the command line."""

from pathlib import Path

import click

from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.settings import Settings

data_dir_option = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where everything is kept.  [default: CAREERCOPILOT_DATA_DIR, or .careercopilot]",
)


def settings_for(data_dir: Path | None, **changes: object) -> Settings:
    """Read the settings, with what was said on the command line; logs go to standard error."""
    given = {name: value for name, value in {"data_dir": data_dir, **changes}.items() if value is not None}
    settings = Settings(**given)
    configure_logging(settings)
    return settings
