"""Giving a new installation something to look at within seconds."""

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.use_cases.boards import FollowDefaultBoards
from careercopilot.modules.jobs.api.use_cases.ingestion import FirstSight, RefreshDemo
from careercopilot.modules.jobs.domain.default_boards import DEFAULT_BOARDS
from careercopilot.modules.jobs.domain.first_sight import DEMO_SOURCE, FirstSightPolicy
from careercopilot.modules.jobs.handlers.board_probing import probe
from careercopilot.modules.jobs.ports.board_reader import BoardError
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.catalogue import Catalogue

_PATIENCE_SECONDS = 4.0


class EnsureSomethingToSeeHandler:
    """Real boards first; the demo when there is no way to them."""

    def __init__(
        self,
        *,
        unit_of_work: UnitOfWork,
        catalogue: Catalogue,
        readers: BoardReaders,
        follow_defaults: FollowDefaultBoards,
        refresh_demo: RefreshDemo,
        policy: FirstSightPolicy,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._catalogue = catalogue
        self._readers = readers
        self._follow_defaults = follow_defaults
        self._refresh_demo = refresh_demo
        self._policy = policy

    async def __call__(self) -> FirstSight:
        if self._policy.follow_defaults:
            await self._follow_defaults()
        async with self._unit_of_work:
            empty = await self._catalogue.is_empty()
        if not empty:
            return FirstSight("kept")
        if self._policy.follow_defaults and await self._boards_answer():
            return FirstSight("boards")
        if DEMO_SOURCE not in self._readers.names:
            return FirstSight("nowhere")
        return FirstSight("demo", await self._refresh_demo())

    async def _boards_answer(self) -> bool:
        first = next((b for b in DEFAULT_BOARDS if b.source in self._readers.names), None)
        if first is None:
            return False
        try:
            await probe(self._readers.get(first.source), first.name, _PATIENCE_SECONDS)
        except BoardError:
            return False
        return True
