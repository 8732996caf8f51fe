"""The routes of messaging."""

from careercopilot.entrypoints.http.messaging.notifications import NotificationsController
from careercopilot.entrypoints.http.messaging.preferences import PreferencesController
from careercopilot.entrypoints.http.messaging.socket_tickets import SocketTicketsController

CONTROLLERS = (NotificationsController, PreferencesController, SocketTicketsController)
