"""Beginning the vector store anew."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.domain.tasks import INDEX_VECTORS
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog
from careercopilot.modules.jobs.ports.vector_index import VectorIndex


class RebuildVectorsHandler:
    """Empties the store first: should the backlog then fail to fill, an empty store is filled again by itself."""

    def __init__(
        self, unit_of_work: UnitOfWork, backlog: VectorBacklog, index: VectorIndex, tasks: TaskQueue, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._backlog = backlog
        self._index = index
        self._tasks = tasks
        self._clock = clock

    async def __call__(self) -> int:
        await self._index.reset()
        async with self._unit_of_work as uow:
            wanted = await self._backlog.want_all_open(self._clock.now())
            self._tasks.kick(INDEX_VECTORS, new_id())
            await uow.commit()
        return wanted
