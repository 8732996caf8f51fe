"""The OpenAPI document on standard output."""

import sys

import msgspec
from dishka import make_async_container

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.asgi.app import create_asgi_app
from careercopilot.entrypoints.http.document import openapi_document


def print_document() -> int:
    """Build the application on nothing, since it is only described and never served; return the exit code."""
    app = create_asgi_app(make_async_container(), Settings())
    document = msgspec.json.encode(openapi_document(app))
    sys.stdout.write(msgspec.json.format(document, indent=2).decode() + "\n")
    return 0
