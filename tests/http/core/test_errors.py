"""Every error has the shape and the status of the contract, and tells nothing that is ours alone."""

from typing import Any

import pytest
from httpx import AsyncClient, Response
from litestar import Litestar

from careercopilot.kernel import errors
from careercopilot.kernel.ids import new_id
from tests.support.people import sign_up
from tests.support.rooms import ROOMS, Behaviour
from tests.support.wire import Reply, asked

Http = AsyncClient
MEBIBYTE = 1_048_576
JSON = {"content-type": "application/json"}
THING = new_id()

OF_OURS: list[tuple[errors.CareerCopilotError, int, str]] = [
    (errors.InvalidInput("title", "is too long"), 400, "VALIDATION_ERROR"),
    (errors.NotAuthenticated(), 401, "NOT_AUTHENTICATED"),
    (errors.PermissionDenied(), 403, "PERMISSION_DENIED"),
    (errors.NotFound("application", THING), 404, "RESOURCE_NOT_FOUND"),
    (errors.Conflict("no"), 409, "CONFLICT"),
    (errors.AlreadyExists("again", {"id": str(THING)}), 409, "ALREADY_EXISTS"),
    (errors.PreconditionFailed(), 412, "PRECONDITION_FAILED"),
    (errors.PayloadTooLarge("much"), 413, "PAYLOAD_TOO_LARGE"),
    (errors.UnprocessableDocument("no"), 422, "UNPROCESSABLE_DOCUMENT"),
    (errors.IdempotencyKeyReused(), 422, "IDEMPOTENCY_KEY_REUSED"),
    (errors.RateLimited(30), 429, "RATE_LIMITED"),
    (errors.Unavailable("away", 7), 503, "SERVICE_UNAVAILABLE"),
]


def error_of(answer: Response | Reply | None, status: int, code: str) -> dict[str, Any]:
    """Return the error of an answer, which has this status, this code and the contract's shape."""
    assert answer is not None
    assert (answer.status_code if isinstance(answer, Response) else answer.status) == status
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert set(body) == {"error"}
    error: dict[str, Any] = body["error"]
    assert set(error) == {"code", "message", "details", "request_id"}
    assert error["code"] == code
    assert error["message"]
    assert isinstance(error["details"], dict)
    assert error["request_id"] == answer.headers["x-request-id"]
    return error


@pytest.mark.parametrize(("error", "status", "code"), OF_OURS)
async def test_an_error_of_ours_has_its_status_and_code(
    http: Http, behaviour: Behaviour, error: errors.CareerCopilotError, status: int, code: str
) -> None:
    behaviour.error = error
    told = error_of(await http.get(f"{ROOMS}/open"), status, code)
    assert told["message"] == error.message
    assert told["details"] == error.details


async def test_what_passes_says_when_to_come_back(http: Http, behaviour: Behaviour) -> None:
    for error, seconds in ((errors.RateLimited(30), "30"), (errors.Unavailable("away", 7), "7")):
        behaviour.error = error
        assert (await http.get(f"{ROOMS}/open")).headers["retry-after"] == seconds


@pytest.mark.parametrize("error", [RuntimeError("at /srv/secret.py"), errors.CareerCopilotError("a bare one of ours")])
async def test_a_mistake_of_ours_is_a_500_that_tells_nothing(
    http: Http, behaviour: Behaviour, error: Exception
) -> None:
    behaviour.error = error
    answer = await http.get(f"{ROOMS}/open", headers={"x-request-id": "r-1"})
    assert error_of(answer, 500, "INTERNAL_ERROR")["details"] == {}
    assert answer.json()["error"]["request_id"] == "r-1"
    for ours in ("secret", "Traceback", "RuntimeError", ".py", "a bare one"):
        assert ours not in answer.text


@pytest.mark.parametrize("path", ["/nothing", "/api/v1/no", "/api/v1", "/", "/schema/no", "/schema/assets/no"])
async def test_an_unknown_address_is_a_404(http: Http, path: str) -> None:
    told = error_of(await http.get(path), 404, "RESOURCE_NOT_FOUND")
    assert told["details"] == {"resource": "route", "id": path}


@pytest.mark.parametrize("method", ["DELETE", "PUT", "TRACE", "BREW"])
async def test_an_unknown_method_is_a_405_that_names_the_known_ones(http: Http, method: str) -> None:
    answer = await http.request(method, f"{ROOMS}/edited")
    error_of(answer, 405, "METHOD_NOT_ALLOWED")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, PATCH"


async def test_a_body_above_one_mebibyte_is_a_413(http: Http, app: Litestar) -> None:
    fits = b'{"number":1}'.ljust(MEBIBYTE)
    assert (await http.post(f"{ROOMS}/plain", content=fits, headers=JSON)).status_code == 201
    error_of(await http.post(f"{ROOMS}/plain", content=fits + b" ", headers=JSON), 413, "PAYLOAD_TOO_LARGE")
    chunks = [fits[:600_000], fits[600_000:], b" "]
    error_of(await asked(app, "POST", f"{ROOMS}/plain", headers=JSON, chunks=chunks), 413, "PAYLOAD_TOO_LARGE")
    fitting = await asked(app, "POST", f"{ROOMS}/plain", headers=JSON, chunks=chunks[:-1])
    assert fitting is not None
    assert fitting.status == 201


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_a_body_of_another_kind_is_a_415(http: Http, content_type: str) -> None:
    answer = await http.post(f"{ROOMS}/plain", content=b'{"number":1}', headers={"content-type": content_type})
    error_of(answer, 415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "Application/JSON", ""])
async def test_json_is_taken_however_it_is_announced(http: Http, kind: str) -> None:
    answer = await http.post(f"{ROOMS}/plain", content=b'{"number":1}', headers={"content-type": kind})
    assert answer.status_code == 201


@pytest.mark.parametrize(
    ("content", "field", "reason"),
    [
        (b"", "body", "is required"),
        (b"{", "body", "is not valid JSON"),
        (b'{"number":1}}', "body", "is not valid JSON"),
        (b"{'number':1}", "body", "is not valid JSON"),
        (b'{"number":NaN}', "body", "is not valid JSON"),
        (b'{"number":1,"name":"\xff"}', "body", "is not valid JSON"),
        (b'{"number":1,"name":"\\ud800"}', "body", "is not valid JSON"),
        (b'{"number":1,"name":"a\x00b"}', "body", "is not valid JSON"),
        (b'{"number":1,"name":"a\\u0000b"}', "body", "must not hold NUL characters"),
        (b'{"number":1,"name":"a\\\\\\u0000b"}', "body", "must not hold NUL characters"),
        (b"[]", "body", "expected `object`, got `array`"),
        (b"null", "body", "expected `object`, got `null`"),
        (b"{}", "number", "is required"),
        (b'{"number":"1"}', "number", "expected `int`, got `str`"),
        (b'{"number":true}', "number", "expected `int`, got `bool`"),
        (b'{"number":1,"colour":"red"}', "colour", "is not a known field"),
        (b'{"number":1,"name":null}', "name", "expected `str`, got `null`"),
    ],
)
async def test_a_body_that_does_not_fit_is_a_400_that_names_the_field(
    http: Http, behaviour: Behaviour, content: bytes, field: str, reason: str
) -> None:
    told = error_of(await http.post(f"{ROOMS}/plain", content=content, headers=JSON), 400, "VALIDATION_ERROR")
    assert told["details"] == {"field": field, "reason": reason}
    assert behaviour.calls == 0


async def test_a_backslash_before_a_written_zero_is_no_nul_character(http: Http) -> None:
    answer = await http.post(f"{ROOMS}/plain", content=b'{"number":1,"name":"a\\\\u0000b"}', headers=JSON)
    assert answer.json()["data"]["name"] == "a\\u0000b"


@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"number":' * 100_000, b'{"number":' + b"[" * 200_000])
async def test_a_deeply_nested_body_is_a_400(http: Http, content: bytes) -> None:
    error_of(await http.post(f"{ROOMS}/plain", content=content, headers=JSON), 400, "VALIDATION_ERROR")


async def test_an_unknown_query_parameter_is_named_and_the_known_ones_too(http: Http) -> None:
    told = error_of(await http.get(f"{ROOMS}/found?colour=red&limit=3"), 400, "VALIDATION_ERROR")
    assert told["details"]["field"] == "colour"
    assert "limit, names" in told["details"]["reason"]
    told = error_of(await http.get(f"{ROOMS}/open?a=1&b=2"), 400, "VALIDATION_ERROR")
    assert [f["field"] for f in told["details"]["fields"]] == ["a", "b"]


async def test_a_value_that_does_not_fit_a_query_parameter_is_a_400_that_names_it(http: Http) -> None:
    told = error_of(await http.get(f"{ROOMS}/found?limit=few"), 400, "VALIDATION_ERROR")
    assert told["details"] == {"field": "limit", "reason": "expected `int`, got `str`"}


@pytest.mark.parametrize("long", ["x" * 100_000, "\N{GRINNING FACE}" * 20_000], ids=["letters", "emoji"])
async def test_what_does_not_fit_is_not_sent_back_whole(http: Http, long: str) -> None:
    answer = await http.post(f"{ROOMS}/plain", json={"number": 1, "size": long})
    assert error_of(answer, 400, "VALIDATION_ERROR")["details"]["field"] == "size"
    assert len(answer.text) < 2000


async def test_a_form_that_is_missed_is_told_in_words(http: Http) -> None:
    told = error_of(await http.post(f"{ROOMS}/plain", json={"number": 1, "floor": "G"}), 400, "VALIDATION_ERROR")
    assert told["details"] == {"field": "floor", "reason": "does not have the form that is asked for"}


async def test_a_query_parameter_that_is_missing_is_named(http: Http) -> None:
    told = error_of(await http.get(f"{ROOMS}/wanted"), 400, "VALIDATION_ERROR")
    assert told["details"] == {"field": "name", "reason": "is required"}


async def test_several_values_are_a_list_and_twice_a_single_one_is_refused(http: Http) -> None:
    assert (await http.get(f"{ROOMS}/found?names=a&names=b")).json()["data"]["names"] == ["a", "b"]
    assert (await http.get(f"{ROOMS}/found?names=a")).json()["data"]["names"] == ["a"]
    told = error_of(await http.get(f"{ROOMS}/found?limit=1&limit=2"), 400, "VALIDATION_ERROR")
    assert told["details"] == {"field": "limit", "reason": "is given more than once"}


@pytest.mark.parametrize("path", [f"{ROOMS}/found?names=a%00b", f"{ROOMS}/named/a%00b"])
async def test_nul_characters_in_an_address_are_refused(http: Http, path: str) -> None:
    error_of(await http.get(path), 400, "VALIDATION_ERROR")


async def test_nobody_is_told_what_is_wrong_with_a_request_before_signing_in(http: Http, behaviour: Behaviour) -> None:
    for answer in (
        await http.get(f"{ROOMS}/admin?colour=red"),
        await http.post(f"{ROOMS}/create", content=b"{", headers=JSON),
        await http.post(f"{ROOMS}/create", content=b"{", headers=JSON | {"idempotency-key": "x" * 300}),
        await http.post(f"{ROOMS}/create", content=b"x", headers={"content-type": "text/plain"}),
    ):
        error_of(answer, 401, "NOT_AUTHENTICATED")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert behaviour.calls == 0


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer not.a.token", "Basic YTpi", "Bearer " + "x" * 500_000, "Bearer \xff\xfe"],
)
async def test_a_token_that_is_none_is_a_401(http: Http, authorization: str) -> None:
    answer = await http.get("/api/v1/users/me", headers={b"authorization": authorization.encode("latin-1")})
    error_of(answer, 401, "NOT_AUTHENTICATED")


async def test_a_role_that_one_does_not_have_is_a_403(
    http: Http, someone: dict[str, str], behaviour: Behaviour
) -> None:
    error_of(await http.get(f"{ROOMS}/admin", headers=someone), 403, "PERMISSION_DENIED")
    error_of(await http.get(f"{ROOMS}/admin?colour=red", headers=someone), 403, "PERMISSION_DENIED")
    assert behaviour.calls == 0


async def test_somebody_elses_token_part_is_not_accepted(http: Http) -> None:
    (_, one), (_, two) = await sign_up(http), await sign_up(http)
    head, body, _ = one["Authorization"].split(".")
    forged = ".".join((head, body, two["Authorization"].rsplit(".", 1)[1]))
    error_of(await http.get("/api/v1/users/me", headers={"Authorization": forged}), 401, "NOT_AUTHENTICATED")


@pytest.mark.parametrize("name", ["not-an-id", "123", "..%2F..%2Fetc"])
async def test_what_is_no_id_is_not_found(http: Http, name: str) -> None:
    error_of(await http.get(f"{ROOMS}/numbered/{name}"), 404, "RESOURCE_NOT_FOUND")


async def test_an_address_may_be_escaped_and_end_in_a_slash(http: Http) -> None:
    identifier = new_id()
    assert (await http.get(f"{ROOMS}/numbered/{identifier}/")).json()["data"] == str(identifier)
    assert (await http.get(f"{ROOMS}/%6Eamed/%C5%81%C3%B3d%C5%BA")).json()["data"] == "Łódź"


async def test_a_host_that_is_none_is_a_400(http: Http) -> None:
    error_of(await http.get("/health", headers={"host": "not a host"}), 400, "VALIDATION_ERROR")


async def test_huge_headers_do_no_harm(http: Http) -> None:
    headers = {f"x-filler-{n}": "y" * 8_000 for n in range(50)}
    assert (await http.get(f"{ROOMS}/open", headers=headers)).status_code == 200
