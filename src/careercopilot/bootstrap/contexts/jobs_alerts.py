"""The wiring of saved searches and what is told of them."""

from dishka import Provider, Scope

from careercopilot.adapters.postgres.jobs.arrival_views import PostgresArrivalViews
from careercopilot.adapters.postgres.jobs.arrivals import PostgresArrivals
from careercopilot.adapters.postgres.jobs.saved_search_views import PostgresSavedSearchViews
from careercopilot.adapters.postgres.jobs.saved_searches import PostgresSavedSearchRepository
from careercopilot.modules.jobs.api.use_cases.alerts import ForgetOldArrivals, MatchSavedSearches
from careercopilot.modules.jobs.api.use_cases.saved_searches import (
    DeleteSavedSearch,
    EditSavedSearch,
    ListSavedSearches,
    SaveSearch,
    ViewSavedSearch,
)
from careercopilot.modules.jobs.handlers.alert_timing import AlertTiming
from careercopilot.modules.jobs.handlers.delete_saved_search import DeleteSavedSearchHandler
from careercopilot.modules.jobs.handlers.edit_saved_search import EditSavedSearchHandler
from careercopilot.modules.jobs.handlers.forget_old_arrivals import ForgetOldArrivalsHandler
from careercopilot.modules.jobs.handlers.list_saved_searches import ListSavedSearchesHandler
from careercopilot.modules.jobs.handlers.match_saved_searches import MatchSavedSearchesHandler
from careercopilot.modules.jobs.handlers.save_search import SaveSearchHandler
from careercopilot.modules.jobs.handlers.search_looking import SearchLooking
from careercopilot.modules.jobs.handlers.view_saved_search import ViewSavedSearchHandler
from careercopilot.modules.jobs.ports.arrivals import Arrivals, ArrivalViews
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository, SavedSearchViews


def use_cases() -> Provider:
    """Bind what it can do."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(AlertTiming)
    provider.provide(SaveSearchHandler, provides=SaveSearch)
    provider.provide(ListSavedSearchesHandler, provides=ListSavedSearches)
    provider.provide(ViewSavedSearchHandler, provides=ViewSavedSearch)
    provider.provide(EditSavedSearchHandler, provides=EditSavedSearch)
    provider.provide(DeleteSavedSearchHandler, provides=DeleteSavedSearch)
    provider.provide(SearchLooking)
    provider.provide(MatchSavedSearchesHandler, provides=MatchSavedSearches)
    provider.provide(ForgetOldArrivalsHandler, provides=ForgetOldArrivals)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresSavedSearchRepository, provides=SavedSearchRepository)
    provider.provide(PostgresSavedSearchViews, provides=SavedSearchViews, scope=Scope.APP)
    provider.provide(PostgresArrivals, provides=Arrivals)
    provider.provide(PostgresArrivalViews, provides=ArrivalViews, scope=Scope.APP)
    return provider
