"""Reading a board no more."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import BoardNotFound
from careercopilot.modules.jobs.ports.boards import BoardRepository


class UnfollowBoardHandler:
    """What was found there stays."""

    def __init__(self, unit_of_work: UnitOfWork, boards: BoardRepository) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards

    async def __call__(self, board_id: UUID) -> None:
        async with self._unit_of_work as uow:
            if not await self._boards.unfollow(board_id):
                raise BoardNotFound(str(board_id))
            await uow.commit()
