"""``ingest``: read boards now and print the run ledger."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import click
import msgspec
import structlog
from dishka import AsyncContainer

from careercopilot.entrypoints.cli.ledger import print_ledger, tell_end
from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.running import run_with_container
from careercopilot.kernel.errors import CareerCopilotError
from careercopilot.modules.jobs.api.boards import BoardName
from careercopilot.modules.jobs.api.errors import RunBroken, UnknownSource
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard, FollowDefaultBoards, NameBoards
from careercopilot.modules.jobs.api.use_cases.ingestion import IngestBoard

_log = structlog.get_logger("careercopilot.ingestion")
_SOME_FAILED = 3


@click.command()
@data_dir_option
@click.option("--source", help="Read the boards of this source only.")
@click.option("--board", "boards", multiple=True, help="Read this board of the source, and follow it; repeatable.")
@click.option(
    "--boards-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with a board of the source on each line; lines that begin with # are left out.",
)
@click.option("--full", is_flag=True, help="Ask the sources unconditionally.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    metavar="MINUTES",
    help="How long to wait for a board that is being read elsewhere.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
@click.pass_context
def ingest(
    context: click.Context,
    data_dir: Path | None,
    source: str | None,
    boards: tuple[str, ...],
    boards_file: Path | None,
    *,
    full: bool,
    wait: float,
    as_json: bool,
) -> None:
    """Read boards now: all that are followed, those of a source, or the ones named here.

    Exits with 3 when some could not be read to their end.
    """
    named = (*boards, *(_lines(boards_file) if boards_file else ()))
    if source is None and (named or boards_file):
        raise click.UsageError("--board and --boards-file need --source.")
    if boards_file and not named:
        raise click.UsageError(f"{boards_file} names no board.")
    settings = settings_for(data_dir)
    session = _Session(settings.ingest_concurrency, timedelta(minutes=wait), full=full)

    async def work(container: AsyncContainer) -> list[SourceRunView | None]:
        chosen = await _chosen(container, source, named, follow_defaults=settings.follow_defaults)
        return await session.run(container, chosen)

    try:
        outcomes = run_with_container(settings, work)
    except UnknownSource as unknown:
        raise click.UsageError(f"there is no source {source}; there are {', '.join(unknown.sources)}.") from None
    runs = [run for run in outcomes if run is not None]
    if as_json:
        click.echo(msgspec.json.encode({"runs": runs}))
    else:
        print_ledger(runs)
    if len(runs) < len(outcomes) or any(run.status not in {"complete", "not_modified"} for run in runs):
        context.exit(_SOME_FAILED)


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


async def _chosen(
    container: AsyncContainer, source: str | None, named: Sequence[str], *, follow_defaults: bool
) -> Sequence[BoardName]:
    """Return the boards to read; those that were named are followed from now on."""
    async with container() as scope:
        if source is not None and named:
            follow: FollowBoard = await scope.get(FollowBoard)
            followed = [(await follow(source, board, soon=False)).board for board in dict.fromkeys(named)]
            return [BoardName(board.source, board.board) for board in followed]
        name_boards: NameBoards = await scope.get(NameBoards)
        found = await name_boards(source)
        if not found and source is None and follow_defaults:
            await (await scope.get(FollowDefaultBoards))()
            found = await name_boards()
    if not found:
        of_source = f" of {source}" if source else ""
        raise click.ClickException(f"no board{of_source} is followed; name one with --source and --board.")
    return found


class _Session:
    """Reads boards side by side; what happens to one is no matter of the others."""

    def __init__(self, concurrency: int, wait: timedelta, *, full: bool) -> None:
        self._free = asyncio.Semaphore(concurrency)
        self._wait = wait
        self._full = full

    async def run(self, container: AsyncContainer, boards: Sequence[BoardName]) -> list[SourceRunView | None]:
        """Return the ledger's line of each board, None for those that have none."""
        return await asyncio.gather(*(self._read(container, board) for board in boards))

    async def _read(self, container: AsyncContainer, board: BoardName) -> SourceRunView | None:
        async with self._free, container() as scope:
            try:
                ingest_board: IngestBoard = await scope.get(IngestBoard)
                run = await ingest_board(board.source, board.board, full=self._full, wait=self._wait)
            except RunBroken as broken:
                _log.exception("run.broken", source=board.source, board=board.board)
                run = broken.run
            except CareerCopilotError as error:
                click.echo(f"{board.source}/{board.board}: {error.message}", err=True)
                return None
            except Exception:  # noqa: BLE001 - logged with its trace; the other boards go on
                _log.exception("run.not-recorded", source=board.source, board=board.board)
                return None
        tell_end(run)
        return run
