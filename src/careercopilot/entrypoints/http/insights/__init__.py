"""The routes of insights."""

from careercopilot.entrypoints.http.insights.analytics import AnalyticsController
from careercopilot.entrypoints.http.insights.dashboard import DashboardController

CONTROLLERS = (DashboardController, AnalyticsController)
