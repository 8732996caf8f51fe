"""The routes of content."""

from careercopilot.entrypoints.http.content.generate import GenerateController
from careercopilot.entrypoints.http.content.generations import GenerationsController

CONTROLLERS = (GenerateController, GenerationsController)
