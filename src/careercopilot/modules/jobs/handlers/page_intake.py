"""Taking in a page of a board: what is new or changed is stored, what is unchanged costs next to nothing."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.slices import slices
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.events import JobsIngested
from careercopilot.modules.jobs.domain.open_run import OpenRun
from careercopilot.modules.jobs.domain.run import Rejection, RunCounts
from careercopilot.modules.jobs.domain.sightings import KnownPosting, Sighting
from careercopilot.modules.jobs.domain.soundness import unsound_identifier
from careercopilot.modules.jobs.handlers.batches import Batch
from careercopilot.modules.jobs.handlers.entry_making import Candidate, EntryMaking, PageContext
from careercopilot.modules.jobs.handlers.one_behind import OneBehind
from careercopilot.modules.jobs.ports.board_reader import BoardPage, FoundPosting, UnreadablePosting
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue
from careercopilot.modules.jobs.ports.runs import RunRepository

BATCH = 250


class PageIntake:
    """Stores batches, each in one transaction with its events and the ledger's counts."""

    def __init__(
        self,
        *,
        unit_of_work: UnitOfWork,
        boards: BoardRepository,
        runs: RunRepository,
        catalogue: Catalogue,
        making: EntryMaking,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards
        self._runs = runs
        self._catalogue = catalogue
        self._making = making
        self._clock = clock

    async def take(self, open_run: OpenRun, page: BoardPage, attribution: str | None, storing: OneBehind) -> None:
        """Take in a page; its last batch may still be on its way when this returns."""
        if page.validators is not None:
            open_run.etag, open_run.last_modified = page.validators.etag, page.validators.last_modified
        _note_unreadable(open_run, page.unreadable)
        context = PageContext(open_run.board, page.company, attribution)
        for some in slices(_wanted(open_run, page.postings), BATCH):
            batch = Batch(back=[c.known for c in some if isinstance(c, _Back)])
            await self._making.make([c for c in some if isinstance(c, Candidate)], context, batch)
            await storing.run(self._store(open_run, batch))

    async def _store(self, open_run: OpenRun, batch: Batch) -> None:
        run, board, now = open_run.run, open_run.board, self._clock.now()
        counts, rejections = batch.counts, tuple(batch.rejections)
        async with self._unit_of_work as uow:
            await self._boards.hold(board.id, run.id)
            await self._catalogue.store(board, [*batch.new, *batch.changed], now)
            await self._catalogue.reopen(batch.back, now)
            await self._runs.save(run.counting(counts, rejections))
            told = _event(open_run, batch)
            if told.new or told.updated or told.reopened:
                uow.publish(told)
            await uow.commit()
        run.count(counts, rejections)


class _Back:
    """A closed posting that is there again with the words it had."""

    def __init__(self, known: KnownPosting) -> None:
        self.known = known


def _wanted(open_run: OpenRun, postings: Sequence[FoundPosting]) -> list[Candidate | _Back]:
    """Compare with what is known, count what is unchanged, return what must be stored."""
    wanted: list[Candidate | _Back] = []
    unchanged = 0
    unsound: list[Rejection] = []
    sightings = open_run.sightings
    for found in postings:
        sighting = sightings.see(found.external_id, found.fingerprint)
        if sighting is Sighting.UNCHANGED:
            unchanged += 1
        elif sighting is Sighting.BACK:
            wanted.append(_Back(sightings.known[found.external_id]))
        elif sighting is not Sighting.REPEATED:
            reason = unsound_identifier(found.external_id)
            if reason is None:
                wanted.append(Candidate(found, sightings.known.get(found.external_id)))
            else:
                unsound.append(Rejection(None, reason))
    open_run.run.count(RunCounts(unchanged=unchanged, rejected=len(unsound)), tuple(unsound))
    return wanted


def _note_unreadable(open_run: OpenRun, rows: Sequence[UnreadablePosting]) -> None:
    counted = [row for row in rows if open_run.sightings.see_unreadable(row.external_id)]
    rejections = tuple(Rejection(row.external_id, row.reason) for row in counted)
    open_run.run.count(RunCounts(rejected=len(counted)), rejections)


def _event(open_run: OpenRun, batch: Batch) -> JobsIngested:
    run = open_run.run
    return JobsIngested(
        aggregate_id=open_run.board.id,
        source=run.source,
        board=run.board,
        new=tuple(entry.job_id for entry in batch.new),
        updated=tuple(entry.job_id for entry in batch.changed),
        reopened=tuple(posting.job_id for posting in batch.back),
    )
