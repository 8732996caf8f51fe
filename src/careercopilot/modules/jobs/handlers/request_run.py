"""Having boards read soon."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.boards import BoardName
from careercopilot.modules.jobs.api.errors import BoardNotFound
from careercopilot.modules.jobs.domain.tasks import INGEST_DUE
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.boards import BoardRepository


class RequestRunHandler:
    """What is asked for is a row made due; the kick only shortens the wait."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        boards: BoardRepository,
        readers: BoardReaders,
        tasks: TaskQueue,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards
        self._readers = readers
        self._tasks = tasks
        self._clock = clock

    async def __call__(self, source: str | None = None, board: str | None = None) -> Sequence[BoardName]:
        if source is not None:
            self._readers.get(source)
        elif board is not None:
            raise InvalidInput("source", "must be given with a board")
        async with self._unit_of_work as uow:
            due = await self._boards.make_due(self._clock.now(), source, board)
            if board is not None and not due:
                raise BoardNotFound(board)
            if due:
                self._tasks.kick(INGEST_DUE, due[0].id)
            await uow.commit()
        return [BoardName(found.source, found.name) for found in due]
