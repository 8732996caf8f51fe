"""Reading boards in the background."""

import asyncio

import structlog
from dishka import AsyncContainer

from careercopilot.modules.jobs.api.boards import BoardName
from careercopilot.modules.jobs.api.errors import BoardBusy, BoardNotFound, RunBroken
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.boards import ListDueBoards
from careercopilot.modules.jobs.api.use_cases.ingestion import EnsureSomethingToSee, IngestBoard, SweepLostRuns

_log = structlog.get_logger("careercopilot.ingestion")
_LISTED_AT_ONCE = 200


class DueBoards:
    """Reads what is due, at most so many boards at a time in this process. One object per process."""

    def __init__(self, container: AsyncContainer, concurrency: int) -> None:
        self._container = container
        self._concurrency = concurrency
        self._working = 0
        self._waiting: list[BoardName] = []
        self._seen: set[BoardName] = set()
        self._listing = asyncio.Lock()
        self._asked_again = False

    async def run(self) -> None:
        """Read due boards until there are none; called again meanwhile, add free hands, and look once more at the end.

        A board may have become due again after it was seen, because of what the call was about.
        """
        if self._working == 0:
            self._seen.clear()
        else:
            self._asked_again = True
        free = self._concurrency - self._working
        self._working += free
        await asyncio.gather(*(self._work() for _ in range(free)))
        if self._working == 0 and self._asked_again:
            self._asked_again = False
            await self.run()

    async def _work(self) -> None:
        try:
            while (board := await self._next()) is not None:
                await self._read(board)
        finally:
            self._working -= 1

    async def _next(self) -> BoardName | None:
        async with self._listing:
            if not self._waiting:
                async with self._container() as scope:
                    due = await (await scope.get(ListDueBoards))(_LISTED_AT_ONCE)
                # What was tried and is due again had no proper ending: it is left for the next time.
                self._waiting = [board for board in reversed(due) if board not in self._seen]
            board = self._waiting.pop() if self._waiting else None
            if board is not None:
                self._seen.add(board)
            return board

    async def _read(self, board: BoardName) -> None:
        try:
            async with self._container() as scope:
                run = await (await scope.get(IngestBoard))(board.source, board.board, only_due=True)
        except (BoardBusy, BoardNotFound):
            _log.debug("run.left-to-others", source=board.source, board=board.board)
        except RunBroken as broken:
            _log.exception("run.broken", source=board.source, board=board.board)
            _tell(broken.run)
        except Exception:  # noqa: BLE001 - logged with its trace; the other boards go on
            _log.exception("run.not-recorded", source=board.source, board=board.board)
        else:
            _tell(run)


async def sweep_lost_runs(container: AsyncContainer) -> None:
    """Record the runs of dead workers as lost. Can run any number of times, also at once."""
    async with container() as scope:
        lost = await (await scope.get(SweepLostRuns))()
    if lost:
        _log.warning("runs.lost", runs=lost)


async def ensure_something_to_see(container: AsyncContainer) -> None:
    """Give a new installation its first jobs."""
    async with container() as scope:
        sight = await (await scope.get(EnsureSomethingToSee))()
    _log.info("jobs.first-sight", origin=sight.origin)


def _tell(run: SourceRunView) -> None:
    error = {"error": run.error.code, "reason": run.error.message} if run.error else {}
    counts = {name: getattr(run, name) for name in ("fetched", "new", "updated", "closed", "rejected")}
    log = _log.info if run.status in {"complete", "not_modified"} else _log.warning
    log("run.ended", source=run.source, board=run.board, status=run.status, **counts, **error)
