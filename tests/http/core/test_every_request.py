"""What holds for every request: its id, HEAD and OPTIONS, and conditions on versions."""

from uuid import UUID

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.entrypoints.http.app import create_app
from tests.support.clients import client_of
from tests.support.containers import settings
from tests.support.rooms import ROOMS, Behaviour

Http = AsyncClient
ANYWHERE = ["/health", f"{ROOMS}/open", "/nothing", "/api/v1/users/me"]


@pytest.mark.parametrize("path", ANYWHERE)
async def test_a_request_id_is_made_and_is_a_uuid_of_version_7(http: Http, path: str) -> None:
    one, two = (await http.get(path)).headers["x-request-id"], (await http.get(path)).headers["x-request-id"]
    assert UUID(one).version == 7
    assert one < two


@pytest.mark.parametrize("path", ANYWHERE)
@pytest.mark.parametrize("given", ["r-1", "A.b_c-9", "x" * 128])
async def test_a_given_request_id_is_echoed(http: Http, path: str, given: str) -> None:
    assert (await http.get(path, headers={"x-request-id": given})).headers["x-request-id"] == given


async def test_a_given_request_id_is_echoed_when_we_fail(http: Http, behaviour: Behaviour) -> None:
    behaviour.error = RuntimeError("oops")
    answer = await http.get(f"{ROOMS}/open", headers={"x-request-id": "r-1"})
    assert answer.headers.get_list("x-request-id") == ["r-1"]


@pytest.mark.parametrize("given", ["", "a b", 'a"b', "<b>", "x" * 129, "a;b", "ü"])
async def test_a_weird_request_id_is_replaced(http: Http, given: str) -> None:
    headers = {b"x-request-id": given.encode("latin-1")}
    assert UUID((await http.get("/nothing", headers=headers)).headers["x-request-id"]).version == 7


@pytest.mark.parametrize("path", ["/health", f"{ROOMS}/open", "/nothing", "/api/v1/users/me", "/schema"])
async def test_head_answers_like_get_without_a_body(http: Http, path: str) -> None:
    got, headed = await http.get(path), await http.head(path)
    assert headed.status_code == got.status_code
    assert headed.content == b""
    assert headed.headers["content-type"] == got.headers["content-type"]
    if got.status_code == 200:
        assert headed.headers["content-length"] == str(len(got.content))


async def test_head_is_refused_where_get_is(http: Http) -> None:
    answer = await http.head("/api/v1/auth/login")
    assert (answer.status_code, answer.headers["allow"]) == (405, "OPTIONS, POST")


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/health", "GET, HEAD, OPTIONS"),
        ("/api/v1/users/me", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
        (f"{ROOMS}/edited", "GET, HEAD, OPTIONS, PATCH"),
        (f"{ROOMS}/create", "OPTIONS, POST"),
        (f"{ROOMS}/named/any", "GET, HEAD, OPTIONS"),
    ],
)
async def test_options_names_the_methods_to_everybody(http: Http, path: str, methods: str) -> None:
    answer = await http.options(path)
    assert (answer.status_code, answer.headers["allow"], answer.content) == (204, methods, b"")


async def test_options_of_an_unknown_address_is_a_404(http: Http) -> None:
    assert (await http.options("/nothing")).status_code == 404


async def test_what_the_caller_has_already_is_not_sent_again(http: Http) -> None:
    first = await http.get(f"{ROOMS}/edited")
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await http.get(f"{ROOMS}/edited", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for unknown in ('"other"', "nonsense", ""):
        again = await http.get(f"{ROOMS}/edited", headers={"if-none-match": unknown})
        assert (again.status_code, again.json()) == (200, first.json())


async def test_a_change_of_what_the_caller_saw_is_made_and_gives_the_new_tag(http: Http) -> None:
    tag = (await http.get(f"{ROOMS}/edited")).headers["etag"]
    changed = await http.patch(f"{ROOMS}/edited", headers={"if-match": tag})
    assert (changed.status_code, changed.json()["data"]) == (200, 2)
    assert changed.headers["etag"] == (await http.get(f"{ROOMS}/edited")).headers["etag"] != tag


@pytest.mark.parametrize(
    "tag", ['"v7"', '"other"', "v1", "nonsense", "", '"v' + "9" * 5_000 + '"', '"v\u00b2"', '"v-1"']
)
async def test_a_change_of_what_has_changed_meanwhile_is_refused(http: Http, behaviour: Behaviour, tag: str) -> None:
    answer = await http.patch(f"{ROOMS}/edited", headers={b"if-match": tag.encode("latin-1")})
    assert answer.status_code == 412
    assert answer.json()["error"]["code"] == "PRECONDITION_FAILED"
    assert behaviour.version == 1


@pytest.mark.parametrize("headers", [{}, {"if-match": "*"}])
async def test_whoever_does_not_care_changes_whatever_is_there(http: Http, headers: dict[str, str]) -> None:
    assert (await http.patch(f"{ROOMS}/edited", headers=headers)).status_code == 200


async def test_the_largest_body_can_be_set(memory_container: AsyncContainer) -> None:
    async with client_of(create_app(memory_container, settings(max_body_bytes=2048))) as http:
        answer = await http.post("/api/v1/auth/login", content=b" " * 2049)
        assert answer.status_code == 413
