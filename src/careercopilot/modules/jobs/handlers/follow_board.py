"""Following a board from now on."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.boards import Followed
from careercopilot.modules.jobs.api.errors import BoardNotFound
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.board_names import checked_board_name, checked_company_name
from careercopilot.modules.jobs.domain.tasks import INGEST_DUE
from careercopilot.modules.jobs.handlers.board_probing import probe
from careercopilot.modules.jobs.ports.board_reader import BoardError
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.boards import BoardRepository

_PROBE_SECONDS = 20.0


class FollowBoardHandler:
    """The probe comes before the transaction: a slow source must not hold one open."""

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

    async def __call__(
        self, source: str, board: str, company_name: str | None = None, *, probe: bool = False, soon: bool = True
    ) -> Followed:
        self._readers.get(source)
        name, company = checked_board_name(board), checked_company_name(company_name)
        if probe and not await self._is_followed(source, name):
            await self._probe(source, name)
        async with self._unit_of_work as uow:
            wanted = Board.follow(source, name, company, self._clock.now(), soon=soon)
            stored, fresh = await self._boards.follow(wanted)
            if fresh and soon:
                self._tasks.kick(INGEST_DUE, stored.id)
            await uow.commit()
        return Followed(stored.view(), fresh)

    async def _is_followed(self, source: str, name: str) -> bool:
        async with self._unit_of_work:
            found = await self._boards.find(source, name)
        return found is not None and found.followed

    async def _probe(self, source: str, name: str) -> None:
        try:
            await probe(self._readers.get(source), name, _PROBE_SECONDS)
        except BoardError as error:
            if error.code == "board_not_found":
                raise BoardNotFound(name) from None
            raise Unavailable(f"The board could not be read: {error.message}", retry_after=60) from error
