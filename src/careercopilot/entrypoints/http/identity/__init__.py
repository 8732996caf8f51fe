"""Identity over HTTP."""

from careercopilot.entrypoints.http.identity.auth import AuthController
from careercopilot.entrypoints.http.identity.leaving import LeavingController
from careercopilot.entrypoints.http.identity.users import UsersController

CONTROLLERS = (AuthController, UsersController, LeavingController)
