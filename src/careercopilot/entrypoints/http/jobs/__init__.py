"""The routes of jobs."""

from careercopilot.entrypoints.http.jobs.job_boards import JobBoardsController
from careercopilot.entrypoints.http.jobs.jobs import JobsController
from careercopilot.entrypoints.http.jobs.marks import JobMarksController
from careercopilot.entrypoints.http.jobs.saved_jobs import SavedJobsController
from careercopilot.entrypoints.http.jobs.saved_searches import SavedSearchesController
from careercopilot.entrypoints.http.jobs.similar_jobs import SimilarJobsController
from careercopilot.entrypoints.http.jobs.source_runs import SourceRunsController

CONTROLLERS = (
    JobsController,
    JobMarksController,
    SimilarJobsController,
    SavedJobsController,
    SavedSearchesController,
    JobBoardsController,
    SourceRunsController,
)
