"""People who use the product in tests."""

from itertools import count
from typing import Any

from httpx import AsyncClient

PASSWORD = "correct horse battery staple"
_numbers = count(1)


async def sign_up(http: AsyncClient, name: str = "Robin Example") -> tuple[dict[str, Any], dict[str, str]]:
    """Register somebody new; return the user and the headers that prove who it is."""
    email = f"person-{next(_numbers)}@example.org"
    body = {"email": email, "password": PASSWORD, "full_name": name}
    answer = await http.post("/api/v1/auth/register", json=body)
    assert answer.status_code == 201, answer.text
    data = answer.json()["data"]
    return data["user"], {"Authorization": f"Bearer {data['access_token']}"}
