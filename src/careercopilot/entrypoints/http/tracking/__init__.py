"""The routes of tracking."""

from careercopilot.entrypoints.http.tracking.applications import ApplicationsController
from careercopilot.entrypoints.http.tracking.pipeline import PipelineController

CONTROLLERS = (ApplicationsController, PipelineController)
