"""``reindex``: make the vector store anew from the database."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import click
import uvloop
from dishka import AsyncContainer

from careercopilot.bootstrap.local_vectors import running_vector_store
from careercopilot.bootstrap.runtime import open_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.probe import free_port
from careercopilot.entrypoints.cli.supervisor import Supervisor
from careercopilot.entrypoints.cli.vector_server import vector_server
from careercopilot.kernel.errors import Unavailable
from careercopilot.modules.jobs.api.use_cases.similar_jobs import IndexVectors, RebuildVectors, ViewVectorState

_TOLD_EVERY = 5_000


@click.command()
@data_dir_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def reindex(data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Empty the vector store and fill it again with every open job, together with the workers that run."""
    indexed, stored = uvloop.run(_run(settings_for(data_dir)))
    found = {"reindexed": indexed, "stored": stored}
    click.echo(json.dumps(found) if as_json else f"{stored} jobs are in the vector store.")


async def _run(settings: Settings) -> tuple[int, int | None]:
    async with _with_vectors(settings) as placed, open_container(placed) as container:
        return await _rebuild(container)


async def _rebuild(container: AsyncContainer) -> tuple[int, int | None]:
    async with container() as scope:
        wanted = await (await scope.get(RebuildVectors))()
    done = told = 0
    while True:
        async with container() as scope:
            batch = await (await scope.get(IndexVectors))()
        if batch.away is not None:
            raise Unavailable(f"{batch.away}; what is left to do waits for the workers")
        done += batch.done
        if done - told >= _TOLD_EVERY:
            told = done
            click.echo(f"{done} of {wanted} jobs", err=True)
        async with container() as scope:
            state = await (await scope.get(ViewVectorState))()
        if not batch.done and not state.waiting:
            return wanted, state.stored
        if not batch.done:  # what waits is in the hands of workers
            await asyncio.sleep(0.2)


@asynccontextmanager
async def _with_vectors(settings: Settings) -> AsyncIterator[Settings]:
    """Use the configured vector store, the one that ``up`` runs, or one that runs for as long as this."""
    if settings.chroma_url is not None:
        yield settings
        return
    running = await asyncio.to_thread(running_vector_store, settings.data_dir)
    if running is not None:
        yield settings.model_copy(update={"chroma_url": running})
        return
    port = free_port()
    spec = replace(vector_server(settings.data_dir, port), background=False)  # so that starting waits for it
    supervisor = Supervisor([spec])
    try:
        await supervisor.start()
        yield settings.model_copy(update={"chroma_url": f"http://127.0.0.1:{port}"})
    finally:
        await supervisor.stop()
