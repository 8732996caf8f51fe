"""The OpenAPI document, and a reference page that works without the internet."""

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
from litestar import Request, Response, Router
from litestar.exceptions import NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, OpenAPIRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.static_files import create_static_files_router
from litestar.status_codes import HTTP_404_NOT_FOUND

from careercopilot.entrypoints.http.document import openapi_document

_ASSETS = "/schema/assets"
_PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Career Copilot API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{_ASSETS}/css/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="{_ASSETS}/js/swagger-ui-bundle.js"></script>
<script>
SwaggerUIBundle({{url: "/schema/openapi.json", dom_id: "#reference", deepLinking: true, validatorUrl: null}});
</script>
</body>
</html>
"""


class OfflineReference(OpenAPIRenderPlugin):
    """Swagger UI from files that are installed with the product."""

    def __init__(self) -> None:
        super().__init__(path="/")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002 - the framework's
        """Return the page."""
        return _PAGE.encode()


class Document(JsonRenderPlugin):
    """The document as JSON, made on first request."""

    def __init__(self) -> None:
        super().__init__(path="/openapi.json")
        self._made = b""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002 - as above
        """Return the document."""
        self._made = self._made or msgspec.json.encode(openapi_document(request.app))
        return self._made


def openapi_config() -> OpenAPIConfig:
    """Describe the document."""
    bearer = SecurityScheme(type="http", scheme="bearer", bearer_format="JWT", description="An access token.")
    return OpenAPIConfig(
        title="Career Copilot",
        version=version("careercopilot"),
        summary="Job postings in, one honest record of each opening, applications tracked, people told in time.",
        openapi_router=_router(),
        components=Components(security_schemes={"bearer": bearer}),
        security=[{"bearer": []}],
        render_plugins=[OfflineReference(), Document()],
    )


def _router() -> Router:
    options = {"public": True}
    return Router(path="/schema", route_handlers=[], include_in_schema=False, opt=options, after_request=_as_elsewhere)


def _as_elsewhere(response: Response[Any]) -> Response[Any]:
    """Answer an unknown address below /schema like any other, where the framework has a page of its own."""
    if response.status_code == HTTP_404_NOT_FOUND:
        raise NotFoundException
    return response


def reference_assets() -> Router:
    """Serve the page's script and style from the installed package, which is located but never imported."""
    spec = find_spec("flask_openapi_swagger")
    locations = spec.submodule_search_locations if spec else None
    if not locations:
        msg = "the package flask-openapi-swagger, which carries Swagger UI, is not installed"
        raise RuntimeError(msg)
    folder = Path(next(iter(locations))) / "templates" / "swagger"
    return create_static_files_router(
        path=_ASSETS, directories=[folder], include_in_schema=False, opt={"public": True, "any_query": True}
    )
