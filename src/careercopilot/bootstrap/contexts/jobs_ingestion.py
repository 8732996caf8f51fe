"""The wiring of jobs: from boards to stored jobs."""

from collections.abc import AsyncIterable

from dishka import Provider, Scope, provide

from careercopilot.adapters.boards.jobs import READERS
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.demo.jobs.feed import DemoFeed
from careercopilot.adapters.html.jobs import NhHtmlCleaner
from careercopilot.adapters.postgres.jobs.board_leases import PostgresBoardLeases
from careercopilot.adapters.postgres.jobs.board_views import PostgresBoardViews
from careercopilot.adapters.postgres.jobs.boards import PostgresBoardRepository
from careercopilot.adapters.postgres.jobs.catalogue import PostgresCatalogue
from careercopilot.adapters.postgres.jobs.run_views import PostgresRunViews
from careercopilot.adapters.postgres.jobs.runs import PostgresRunRepository
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.clock import Clock
from careercopilot.modules.jobs.api.use_cases.boards import (
    FollowBoard,
    FollowDefaultBoards,
    ListBoards,
    ListDueBoards,
    NameBoards,
    UnfollowBoard,
    ViewBoard,
)
from careercopilot.modules.jobs.api.use_cases.ingestion import (
    EnsureSomethingToSee,
    IngestBoard,
    RefreshDemo,
    RemoveDemo,
    SweepLostRuns,
)
from careercopilot.modules.jobs.api.use_cases.source_runs import ListSourceRuns, RequestRun, ViewSourceRun
from careercopilot.modules.jobs.domain.first_sight import DEMO_SOURCE, FirstSightPolicy
from careercopilot.modules.jobs.handlers.ensure_something_to_see import EnsureSomethingToSeeHandler
from careercopilot.modules.jobs.handlers.entry_making import EntryMaking
from careercopilot.modules.jobs.handlers.follow_board import FollowBoardHandler
from careercopilot.modules.jobs.handlers.follow_default_boards import FollowDefaultBoardsHandler
from careercopilot.modules.jobs.handlers.ingest_board import IngestBoardHandler
from careercopilot.modules.jobs.handlers.lease_keeping import LeaseKeeping
from careercopilot.modules.jobs.handlers.list_boards import ListBoardsHandler, ListDueBoardsHandler, NameBoardsHandler
from careercopilot.modules.jobs.handlers.list_source_runs import ListSourceRunsHandler
from careercopilot.modules.jobs.handlers.page_intake import PageIntake
from careercopilot.modules.jobs.handlers.refresh_demo import RefreshDemoHandler
from careercopilot.modules.jobs.handlers.remove_demo import RemoveDemoHandler
from careercopilot.modules.jobs.handlers.request_run import RequestRunHandler
from careercopilot.modules.jobs.handlers.run_closing import RunClosing
from careercopilot.modules.jobs.handlers.run_opening import RunOpening
from careercopilot.modules.jobs.handlers.sweep_lost_runs import SweepLostRunsHandler
from careercopilot.modules.jobs.handlers.unfollow_board import UnfollowBoardHandler
from careercopilot.modules.jobs.handlers.view_board import ViewBoardHandler
from careercopilot.modules.jobs.handlers.view_source_run import ViewSourceRunHandler
from careercopilot.modules.jobs.ports.board_leases import BoardLeases
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.board_views import BoardViews
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue
from careercopilot.modules.jobs.ports.html_cleaner import HtmlCleaner
from careercopilot.modules.jobs.ports.run_views import RunViews
from careercopilot.modules.jobs.ports.runs import RunRepository


class _Ingesting(Provider):
    """What can be done with boards and runs, and the readers, which touch no database."""

    scope = Scope.REQUEST

    ingest_board = provide(IngestBoardHandler, provides=IngestBoard)
    sweep_lost_runs = provide(SweepLostRunsHandler, provides=SweepLostRuns)
    follow_board = provide(FollowBoardHandler, provides=FollowBoard)
    follow_default_boards = provide(FollowDefaultBoardsHandler, provides=FollowDefaultBoards)
    unfollow_board = provide(UnfollowBoardHandler, provides=UnfollowBoard)
    view_board = provide(ViewBoardHandler, provides=ViewBoard)
    list_boards = provide(ListBoardsHandler, provides=ListBoards)
    name_boards = provide(NameBoardsHandler, provides=NameBoards)
    list_due_boards = provide(ListDueBoardsHandler, provides=ListDueBoards)
    list_source_runs = provide(ListSourceRunsHandler, provides=ListSourceRuns)
    view_source_run = provide(ViewSourceRunHandler, provides=ViewSourceRun)
    request_run = provide(RequestRunHandler, provides=RequestRun)
    refresh_demo = provide(RefreshDemoHandler, provides=RefreshDemo)
    remove_demo = provide(RemoveDemoHandler, provides=RemoveDemo)
    ensure_something_to_see = provide(EnsureSomethingToSeeHandler, provides=EnsureSomethingToSee)

    opening = provide(RunOpening)
    keeping = provide(LeaseKeeping)
    intake = provide(PageIntake)
    closing = provide(RunClosing)
    making = provide(EntryMaking)

    cleaner = provide(NhHtmlCleaner, provides=HtmlCleaner, scope=Scope.APP)

    @provide(scope=Scope.APP)
    async def fetcher(self, settings: Settings) -> AsyncIterable[BoardFetcher]:
        """One client for the process, closed with it."""
        fetcher = BoardFetcher(settings.base_url)
        yield fetcher
        await fetcher.aclose()

    @provide(scope=Scope.APP)
    def readers(self, fetcher: BoardFetcher, clock: Clock, settings: Settings) -> BoardReaders:
        """Every source there is, at the addresses that the operator set; the demo unless it is switched off."""
        readers = {name: make(fetcher, clock, settings.source_urls.get(name)) for name, make in READERS.items()}
        readers = {name: make(fetcher, clock, settings.source_urls.get(name)) for name, make in READERS.items()}
        if settings.demo:
            readers[DEMO_SOURCE] = DemoFeed(clock)
        return BoardReaders(readers)

    @provide(scope=Scope.APP)
    def first_sight(self, settings: Settings) -> FirstSightPolicy:
        """Take the operator's choice."""
        return FirstSightPolicy(settings.follow_defaults)


def use_cases() -> Provider:
    """Bind what jobs can do with boards and runs."""
    return _Ingesting()


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresBoardRepository, provides=BoardRepository)
    provider.provide(PostgresBoardViews, provides=BoardViews)
    provider.provide(PostgresRunRepository, provides=RunRepository)
    provider.provide(PostgresRunViews, provides=RunViews)
    provider.provide(PostgresCatalogue, provides=Catalogue)
    provider.provide(PostgresBoardLeases, provides=BoardLeases, scope=Scope.APP)
    return provider
