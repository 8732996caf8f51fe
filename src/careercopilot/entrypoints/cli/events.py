"""``events``: what could not be delivered, and trying it again."""

import json
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import click
from dishka import AsyncContainer

from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.running import run_with_container
from careercopilot.kernel.outbox import Outbox, ParkedEvent


@click.group()
def events() -> None:
    """List and replay events that no subscriber could take."""


@events.command()
@data_dir_option
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1, 10_000))
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def parked(data_dir: Path | None, limit: int, as_json: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """List parked events, the oldest first, with the error that each ended with."""

    async def work(container: AsyncContainer) -> Sequence[ParkedEvent]:
        outbox: Outbox = await container.get(Outbox)
        return await outbox.parked(limit)

    found = run_with_container(settings_for(data_dir), work)
    if as_json:
        click.echo(json.dumps({"parked": [_as_json(event) for event in found]}))
        return
    for event in found:
        click.echo(f"{event.event_id}  {event.name}  tried {event.attempts} times  {event.error}")
    if not found:
        click.echo("Nothing is parked.")


@events.command()
@data_dir_option
@click.argument("event_ids", nargs=-1, type=click.UUID)
@click.option("--all", "everything", is_flag=True, help="Replay all that is parked.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def replay(data_dir: Path | None, event_ids: tuple[UUID, ...], everything: bool, as_json: bool) -> None:  # noqa: FBT001
    """Have parked events delivered again: the ones named, or all of them."""
    if bool(event_ids) == everything:
        raise click.UsageError("name the events to replay, or say --all")

    async def work(container: AsyncContainer) -> int:
        outbox: Outbox = await container.get(Outbox)
        return await outbox.replay(event_ids or None)

    count = run_with_container(settings_for(data_dir), work)
    click.echo(json.dumps({"replayed": count}) if as_json else f"{count} events will be delivered again.")


def _as_json(event: ParkedEvent) -> dict[str, object]:
    return {
        "event_id": str(event.event_id),
        "name": event.name,
        "aggregate_id": str(event.aggregate_id),
        "occurred_at": event.occurred_at.isoformat(),
        "parked_at": event.parked_at.isoformat(),
        "attempts": event.attempts,
        "error": event.error,
    }
