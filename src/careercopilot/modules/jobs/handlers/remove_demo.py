"""Taking the built-in feed away."""

from careercopilot.kernel.slices import slices
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.events import JobsClosed
from careercopilot.modules.jobs.domain.first_sight import DEMO_BOARD, DEMO_SOURCE
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue

_TOLD_AT_ONCE = 500


class RemoveDemoHandler:
    """What a person wrote of a demo job elsewhere keeps its copied title."""

    def __init__(self, unit_of_work: UnitOfWork, boards: BoardRepository, catalogue: Catalogue) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards
        self._catalogue = catalogue

    async def __call__(self) -> int:
        async with self._unit_of_work as uow:
            board = await self._boards.find(DEMO_SOURCE, DEMO_BOARD)
            if board is None:
                return 0
            gone = await self._catalogue.remove(board.id)
            await self._boards.delete(board.id)
            for some in slices(gone, _TOLD_AT_ONCE):
                told = JobsClosed(aggregate_id=board.id, source=board.source, board=board.name, job_ids=tuple(some))
                uow.publish(told)
            await uow.commit()
        return len(gone)
