"""``doctor``: what is wrong with this installation, and what to do about it."""

import json
from pathlib import Path

import click
import uvloop

from careercopilot.bootstrap.doctor import Finding, examine
from careercopilot.entrypoints.cli.options import data_dir_option, settings_for


@click.command()
@data_dir_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def doctor(data_dir: Path | None, as_json: bool) -> int:  # noqa: FBT001 - a flag of the command line
    """Examine the database and the settings; exit 1 when something needs to be done."""
    findings = uvloop.run(examine(settings_for(data_dir)))
    if as_json:
        click.echo(json.dumps({"findings": [_as_json(finding) for finding in findings]}))
    else:
        for finding in findings:
            click.echo(f"{'ok  ' if finding.ok else 'FAIL'}  {finding.subject}: {finding.detail}")
    return 0 if all(finding.ok for finding in findings) else 1


def _as_json(finding: Finding) -> dict[str, object]:
    return {"subject": finding.subject, "ok": finding.ok, "detail": finding.detail}
