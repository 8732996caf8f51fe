"""Printing the run ledger."""

from collections.abc import Sequence

import click

from careercopilot.modules.jobs.api.models import SourceRunView

_COUNTS = ("fetched", "new", "updated", "unchanged", "reopened", "closed", "rejected")
_WIDEST_BOARD = 40


def tell_end(run: SourceRunView) -> None:
    """Say on standard error how a run ended."""
    click.echo(f"{run.source}/{run.board}: {_outcome(run)}", err=True)


def print_ledger(runs: Sequence[SourceRunView]) -> None:
    """Print a line per run, and the sums of several."""
    names = {run.id: f"{run.source}/{run.board}"[:_WIDEST_BOARD] for run in runs}
    width = max([len("board"), *map(len, names.values())])
    click.echo(_line("board", width, "status", _COUNTS))
    for run in runs:
        counts = [str(getattr(run, count)) for count in _COUNTS]
        click.echo(_line(names[run.id], width, run.status, counts))
        for rejection in run.rejections:
            click.echo(f"    rejected {rejection.external_id or 'a row without identity'}: {rejection.reason}")
    if len(runs) > 1:
        sums = [str(sum(getattr(run, count) for run in runs)) for count in _COUNTS]
        click.echo(_line("all", width, "", sums))


def _line(name: str, width: int, status: str, counts: Sequence[str]) -> str:
    return f"{name:{width}}  {status:12}" + "".join(f" {count:>9}" for count in counts)


def _outcome(run: SourceRunView) -> str:
    if run.error is not None:
        return f"{run.status}: {run.error.code}: {run.error.message}"
    return f"{run.status}: {run.fetched} fetched, {run.new} new, {run.updated} updated, {run.closed} closed"
