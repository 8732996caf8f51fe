"""Following the boards that a new installation starts with."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.default_boards import DEFAULT_BOARDS
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.boards import BoardRepository


class FollowDefaultBoardsHandler:
    """They are due at once; the worker's next look finds them."""

    def __init__(self, unit_of_work: UnitOfWork, boards: BoardRepository, readers: BoardReaders, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards
        self._readers = readers
        self._clock = clock

    async def __call__(self) -> int:
        now, sources = self._clock.now(), self._readers.names
        wanted = [Board.follow(*default, now) for default in DEFAULT_BOARDS if default.source in sources]
        async with self._unit_of_work as uow:
            added = await self._boards.add_missing(wanted)
            await uow.commit()
        return added
