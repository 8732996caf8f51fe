"""``rebuild-insights``: make the figures anew."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from dishka import AsyncContainer

from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.running import run_with_container
from careercopilot.modules.insights.api.models import RebuildReport
from careercopilot.modules.insights.api.use_cases.rebuild import RebuildInsights


@click.command("rebuild-insights")
@data_dir_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def rebuild_insights(data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Make dashboard and analytics anew from applications and runs; nothing has to stop meanwhile."""

    async def work(container: AsyncContainer) -> RebuildReport:
        async with container() as scope:
            rebuild: RebuildInsights = await scope.get(RebuildInsights)
            return await rebuild()

    report = run_with_container(settings_for(data_dir), work)
    if as_json:
        click.echo(json.dumps(asdict(report)))
    else:
        click.echo(
            f"{report.applications} applications with {report.steps} steps are in, {report.removed} were removed; "
            f"{report.arrivals} runs brought new jobs lately."
        )
