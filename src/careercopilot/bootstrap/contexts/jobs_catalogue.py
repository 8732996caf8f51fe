"""The wiring of reading the catalogue, and of what people save and hide of it."""

from dishka import Provider, Scope

from careercopilot.adapters.bridges.jobs import TrackedEngagements
from careercopilot.adapters.postgres.jobs.erasure import PostgresErasure
from careercopilot.adapters.postgres.jobs.hidden_job_views import PostgresHiddenJobViews
from careercopilot.adapters.postgres.jobs.hidden_jobs import PostgresHiddenJobRepository
from careercopilot.adapters.postgres.jobs.job_views import PostgresJobViews
from careercopilot.adapters.postgres.jobs.openings import PostgresOpenings
from careercopilot.adapters.postgres.jobs.saved_job_views import PostgresSavedJobViews
from careercopilot.adapters.postgres.jobs.saved_jobs import PostgresSavedJobRepository
from careercopilot.adapters.postgres.jobs.terms import PostgresTerms
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob, UnhideJob
from careercopilot.modules.jobs.api.use_cases.jobs import FindJobs, ListJobs, ViewJob
from careercopilot.modules.jobs.api.use_cases.openings import CheckOpenings, ReadArrivals
from careercopilot.modules.jobs.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.jobs.api.use_cases.saved_jobs import (
    DeleteSavedJob,
    EditSavedJob,
    ListSavedJobs,
    MarkSaved,
    SaveJob,
    UnmarkSaved,
    ViewSavedJob,
)
from careercopilot.modules.jobs.handlers.check_openings import CheckOpeningsHandler
from careercopilot.modules.jobs.handlers.collect_personal_records import CollectPersonalRecordsHandler
from careercopilot.modules.jobs.handlers.delete_saved_job import DeleteSavedJobHandler
from careercopilot.modules.jobs.handlers.edit_saved_job import EditSavedJobHandler
from careercopilot.modules.jobs.handlers.facet_counting import FacetCounting
from careercopilot.modules.jobs.handlers.find_jobs import FindJobsHandler
from careercopilot.modules.jobs.handlers.hide_job import HideJobHandler
from careercopilot.modules.jobs.handlers.job_keeping import JobKeeping
from careercopilot.modules.jobs.handlers.list_jobs import ListJobsHandler
from careercopilot.modules.jobs.handlers.list_saved_jobs import ListSavedJobsHandler
from careercopilot.modules.jobs.handlers.mark_saved import MarkSavedHandler
from careercopilot.modules.jobs.handlers.read_arrivals import ReadArrivalsHandler
from careercopilot.modules.jobs.handlers.save_job import SaveJobHandler
from careercopilot.modules.jobs.handlers.unhide_job import UnhideJobHandler
from careercopilot.modules.jobs.handlers.unmark_saved import UnmarkSavedHandler
from careercopilot.modules.jobs.handlers.view_job import ViewJobHandler
from careercopilot.modules.jobs.handlers.view_saved_job import ViewSavedJobHandler
from careercopilot.modules.jobs.ports.engagements import Engagements
from careercopilot.modules.jobs.ports.erasure import Erasure
from careercopilot.modules.jobs.ports.hidden_jobs import HiddenJobRepository, HiddenJobViews
from careercopilot.modules.jobs.ports.job_views import JobViews
from careercopilot.modules.jobs.ports.openings import Openings
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobRepository, SavedJobViews
from careercopilot.modules.jobs.ports.terms import Terms


def use_cases() -> Provider:
    """Bind what can be read, saved and hidden."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(FacetCounting)
    provider.provide(ListJobsHandler, provides=ListJobs)
    provider.provide(ViewJobHandler, provides=ViewJob)
    provider.provide(FindJobsHandler, provides=FindJobs)
    provider.provide(CheckOpeningsHandler, provides=CheckOpenings)
    provider.provide(ReadArrivalsHandler, provides=ReadArrivals)
    provider.provide(JobKeeping)
    provider.provide(SaveJobHandler, provides=SaveJob)
    provider.provide(MarkSavedHandler, provides=MarkSaved)
    provider.provide(UnmarkSavedHandler, provides=UnmarkSaved)
    provider.provide(ListSavedJobsHandler, provides=ListSavedJobs)
    provider.provide(ViewSavedJobHandler, provides=ViewSavedJob)
    provider.provide(EditSavedJobHandler, provides=EditSavedJob)
    provider.provide(DeleteSavedJobHandler, provides=DeleteSavedJob)
    provider.provide(HideJobHandler, provides=HideJob)
    provider.provide(UnhideJobHandler, provides=UnhideJob)
    provider.provide(CollectPersonalRecordsHandler, provides=CollectPersonalRecords)
    provider.provide(TrackedEngagements, provides=Engagements)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresJobViews, provides=JobViews, scope=Scope.APP)
    provider.provide(PostgresTerms, provides=Terms, scope=Scope.APP)
    provider.provide(PostgresOpenings, provides=Openings, scope=Scope.APP)
    provider.provide(PostgresSavedJobViews, provides=SavedJobViews, scope=Scope.APP)
    provider.provide(PostgresSavedJobRepository, provides=SavedJobRepository)
    provider.provide(PostgresHiddenJobRepository, provides=HiddenJobRepository)
    provider.provide(PostgresHiddenJobViews, provides=HiddenJobViews, scope=Scope.APP)
    provider.provide(PostgresErasure, provides=Erasure)
    return provider
