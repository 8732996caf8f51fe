"""``demo``: the built-in feed of fictional postings."""

import json
from pathlib import Path

import click
from dishka import AsyncContainer

from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.running import run_with_container
from careercopilot.modules.jobs.api.use_cases.ingestion import RefreshDemo, RemoveDemo


@click.group()
def demo() -> None:
    """Add or remove the demo postings: a few hundred, of employers that do not exist."""


@demo.command()
@data_dir_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def add(data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Add the demo postings, or bring them up to date."""

    async def work(container: AsyncContainer) -> int:
        async with container() as scope:
            refresh_demo: RefreshDemo = await scope.get(RefreshDemo)
            return (await refresh_demo()).fetched

    count = run_with_container(settings_for(data_dir, demo=True), work)
    click.echo(json.dumps({"postings": count}) if as_json else f"{count} demo postings are in.")


@demo.command()
@data_dir_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def remove(data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Remove every demo posting."""

    async def work(container: AsyncContainer) -> int:
        async with container() as scope:
            remove_demo: RemoveDemo = await scope.get(RemoveDemo)
            return await remove_demo()

    count = run_with_container(settings_for(data_dir), work)
    click.echo(json.dumps({"removed": count}) if as_json else f"{count} demo jobs are gone.")
