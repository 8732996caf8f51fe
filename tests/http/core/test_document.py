"""The OpenAPI document and the reference page."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient
from litestar import Litestar
from litestar.routes import HTTPRoute

from careercopilot.entrypoints.asgi.app import create_asgi_app
from careercopilot.entrypoints.http.document import openapi_document
from tests.support.clients import client_of
from tests.support.containers import settings

Http = AsyncClient
METHODS = {"get", "post", "put", "patch", "delete"}
# Written down by hand: whoever opens a route to everybody has to say so here too.
PUBLIC = {
    ("post", "/api/v1/auth/register"),
    ("post", "/api/v1/auth/login"),
    ("post", "/api/v1/auth/refresh"),
    ("get", "/health"),
    ("get", "/health/live"),
    ("get", "/health/ready"),
    ("get", "/api/v1/health"),
    ("get", "/metrics"),
}
NOT_DESCRIBED = {"/schema", "/schema/openapi.json", "/schema/{path}", "/schema/assets/{file_path}"}


@pytest.fixture
def whole(memory_container: AsyncContainer) -> Litestar:
    return create_asgi_app(memory_container, settings())


@pytest.fixture
def document(whole: Litestar) -> dict[str, Any]:
    return openapi_document(whole)


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        assert set(item) <= METHODS
        for method, operation in item.items():
            yield method, path, operation


def everything(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from everything(value)
    elif isinstance(node, list):
        for value in node:
            yield from everything(value)


def resolved(document: dict[str, Any], reference: str) -> object:
    found: Any = document
    assert reference.startswith("#/")
    for part in reference.removeprefix("#/").split("/"):
        found = found[part.replace("~1", "/").replace("~0", "~")]
    return found


async def test_the_document_is_served_to_everybody(http: Http) -> None:
    answer = await http.get("/schema/openapi.json")
    assert answer.status_code == 200
    assert answer.headers["content-type"].endswith("json")
    assert answer.json()["openapi"].startswith("3.1")
    assert answer.json() == (await http.get("/schema/openapi.json")).json()


def test_it_has_no_server_prefix(document: dict[str, Any]) -> None:
    assert document["servers"] == [{"url": "/"}]
    assert all(path.startswith(("/api/v1/", "/health", "/metrics")) for path in document["paths"])


def test_every_reference_leads_somewhere_and_every_schema_is_referred_to(document: dict[str, Any]) -> None:
    references = {str(value) for key, value in everything(document) if key == "$ref"}
    assert all(resolved(document, reference) for reference in references)
    assert {f"#/components/schemas/{name}" for name in document["components"]["schemas"]} <= references


def test_names_of_schemas_hold_no_module_and_no_odd_characters(document: dict[str, Any]) -> None:
    assert not [name for name in document["components"]["schemas"] if not re.fullmatch(r"\w+", name)]
    assert "careercopilot." not in str(document)


def test_operations_are_named_once_and_described(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(names) == len(set(names))
    assert all(operation.get("summary") for _, _, operation in operations(document))
    assert all(operation.get("tags") for _, _, operation in operations(document))


def test_every_parameter_of_a_path_is_described_and_every_other_one_too(document: dict[str, Any]) -> None:
    for _, path, operation in operations(document):
        parameters = operation.get("parameters", [])
        named = [p["name"] for p in parameters if p["in"] == "path"]
        assert sorted(named) == sorted(re.findall(r"{(\w+)}", path))
        assert all(p["required"] for p in parameters if p["in"] == "path")
        assert all(p.get("description") and p.get("schema") for p in parameters)
        assert len({(p["in"], p["name"]) for p in parameters}) == len(parameters)


def test_every_error_is_described_in_the_shape_of_the_contract(document: dict[str, Any]) -> None:
    error = document["components"]["schemas"]["Error"]["properties"]["error"]
    assert set(error["properties"]) == set(error["required"]) == {"code", "message", "details", "request_id"}
    for _, _, operation in operations(document):
        assert "default" in operation["responses"]
        for status, response in operation["responses"].items():
            if status == "default" or status.startswith(("4", "5")):
                schema = response["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Error"}, operation["operationId"]


def test_answers_that_have_a_body_are_described(document: dict[str, Any]) -> None:
    for _, _, operation in operations(document):
        good = {s: r for s, r in operation["responses"].items() if s.startswith("2")}
        assert good
        assert all(response.get("content") for status, response in good.items() if status != "204")


def test_the_public_operations_are_those_written_down_here(document: dict[str, Any]) -> None:
    assert document["security"] == [{"bearer": []}]
    assert set(document["components"]["securitySchemes"]) == {"bearer"}
    open_to_all = {
        (method, path) for method, path, operation in operations(document) if operation.get("security") == []
    }
    assert open_to_all == PUBLIC
    assert all("401" in o["responses"] for method, path, o in operations(document) if (method, path) not in PUBLIC)


async def test_every_route_needs_a_token_except_the_public_ones(whole: Litestar) -> None:
    identifier = "01890a5d-ac96-774b-bcce-b302099a8057"
    asked = 0
    async with client_of(whole) as http:
        for route in whole.routes:
            if not isinstance(route, HTTPRoute) or route.path_format in NOT_DESCRIBED:
                continue
            path = re.sub(r"{\w+}", identifier, route.path_format)
            for method in route.methods - {"OPTIONS"}:
                if (method.lower(), route.path_format) not in PUBLIC:
                    answer = await http.request(method, path)
                    assert answer.status_code == 401, (method, path)
                    asked += 1
    assert asked > 20


def test_every_route_is_described_except_the_reference_itself(whole: Litestar, document: dict[str, Any]) -> None:
    routes = {route.path_format for route in whole.routes if isinstance(route, HTTPRoute)}
    assert routes - set(document["paths"]) == NOT_DESCRIBED


async def test_the_reference_page_needs_nobody_elses_server(http: Http) -> None:
    page = await http.get("/schema")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert not re.search(r"(?:https?:)?//\w", page.text)
    kinds = {".css": "text/css", ".js": "text/javascript"}
    assets = re.findall(r'(?:src|href)="(/[^"]+)"', page.text)
    assert len(assets) >= 2
    for asset in assets:
        answer = await http.get(asset)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kinds[asset[asset.rindex(".") :]])
        assert len(answer.content) > 10_000
        assert not re.search(r"@import|url\((?![\"']?data:)", answer.text if asset.endswith(".css") else "")


async def test_files_beside_the_assets_are_out_of_reach(http: Http) -> None:
    for path in ("%2e%2e/%2e%2e/__init__.py", "..%2f..%2f__init__.py", "%2fetc%2fpasswd", "%2e%2e%5c__init__.py"):
        assert (await http.get(f"/schema/assets/{path}")).status_code == 404
