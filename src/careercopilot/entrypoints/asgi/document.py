"""The OpenAPI document on standard output."""

import sys

import msgspec

from careercopilot.bootstrap.container import memory_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.asgi.app import create_asgi_app


def print_document() -> int:
    """Build the application in memory, print its document, and return the exit code."""
    settings = Settings.model_validate({"secret_key": "signs nothing: the application is described, never served"})
    app = create_asgi_app(memory_container(settings), settings)
    document = msgspec.json.encode(app.openapi_schema.to_schema())
    sys.stdout.write(msgspec.json.format(document, indent=2).decode() + "\n")
    return 0
