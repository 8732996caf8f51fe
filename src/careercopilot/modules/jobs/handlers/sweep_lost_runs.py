"""Tidying up after workers that died."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.domain.tasks import INGEST_DUE
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.runs import RunRepository


class SweepLostRunsHandler:
    """What a run stored before it was lost stays; its counts were stored along with it. Another worker goes on soon."""

    def __init__(
        self, unit_of_work: UnitOfWork, runs: RunRepository, boards: BoardRepository, tasks: TaskQueue, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tasks = tasks
        self._runs = runs
        self._boards = boards
        self._clock = clock

    async def __call__(self) -> int:
        now = self._clock.now()
        async with self._unit_of_work as uow:
            lost = await self._runs.lost(now)
            for run, board in lost:
                run.break_off(now, "worker_lost", "The worker that read the board died.")
                board.lose(now)
                await self._runs.save(run)
                await self._boards.settle_lost(board, run.id)
            if lost:
                self._tasks.kick(INGEST_DUE, lost[0][1].id)
            await uow.commit()
        return len(lost)
