"""Somebody who is signed in and works with applications."""

from typing import Any

from httpx import AsyncClient, Headers, Response

APPLICATIONS = "/api/v1/applications"


class Person:
    def __init__(self, http: AsyncClient, headers: dict[str, str]) -> None:
        self._http = http
        self._headers = headers

    async def send(self, method: str, path: str = "", json: Any = None, **headers: str) -> Response:
        """Send a request about applications; ``if_match`` becomes If-Match and so on."""
        given = Headers(self._headers)
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        body = {} if json is None else {"json": json}
        return await self._http.request(method, APPLICATIONS + path, headers=given, **body)

    async def get(self, path: str = "", **headers: str) -> Response:
        return await self.send("GET", path, **headers)

    async def track(self, **body: Any) -> dict[str, Any]:
        """Enter an application and return it."""
        answer = await self.send("POST", json={"title": "Gardener", "company": "Tulip & Sons", **body})
        assert answer.status_code == 201, answer.text
        return dict(answer.json()["data"])


def refused(answer: Response, status: int, code: str) -> dict[str, Any]:
    """Check the shape of an error and return its details."""
    assert answer.status_code == status, answer.text
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "details", "request_id"}
    assert error["code"] == code
    assert error["message"]
    return dict(error["details"])
