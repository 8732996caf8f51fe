"""``migrate``: bring the database up to date, or back."""

import json
from pathlib import Path

import click
import uvloop

from careercopilot.bootstrap.database import migrate_database
from careercopilot.entrypoints.cli.options import data_dir_option, settings_for


@click.command()
@data_dir_option
@click.option("--to", "revision", default="head", show_default=True, help="A revision, 'head' or 'base'.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def migrate(data_dir: Path | None, revision: str, as_json: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Bring the database to a revision; all or nothing. Going down deletes what the newer revision added."""
    before, after = uvloop.run(migrate_database(settings_for(data_dir), revision))
    if as_json:
        click.echo(json.dumps({"before": before, "after": after}))
    else:
        click.echo(f"database: {before or 'empty'} -> {after or 'empty'}" if before != after else f"database: {after}")
