"""GET /jobs/{id}/similar."""

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from tests.support.job_catalogue import CatalogueOf, an_entry
from tests.support.likeness import FickleVectorIndex, index_all

WARD = "You care for patients on the ward, give medication and dress wounds."


@pytest.fixture
async def job_id(catalogue: CatalogueOf, house: AsyncContainer) -> str:
    """A job with three like it, all indexed."""
    entries = [an_entry("Night nurse", company=name, text=WARD) for name in ("Clinic", "Hospital", "Hospice", "Home")]
    ids = await catalogue.add(*entries)
    assert await index_all(house) == (4, 0)
    return str(ids[0])


async def test_similar_jobs_are_a_list_like_any_other(reader: AsyncClient, job_id: str) -> None:
    answer = await reader.get(f"/api/v1/jobs/{job_id}/similar", params={"limit": 2})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["filters"] == {"by": "vectors", "reason": None}
    assert body["pagination"] == {
        "page": 1, "limit": 2, "total": 2, "total_pages": 1, "total_relation": "eq", "next_cursor": None,
    }  # fmt: skip
    (listed, *_) = (await reader.get("/api/v1/jobs")).json()["data"]
    assert [set(card) for card in body["data"]] == [set(listed)] * 2
    assert job_id not in {card["id"] for card in body["data"]}


async def test_an_application_for_one_of_them_shows(reader: AsyncClient, job_id: str) -> None:
    other = (await reader.get(f"/api/v1/jobs/{job_id}/similar")).json()["data"][0]["id"]
    applied = await reader.post("/api/v1/applications", json={"job_id": other})
    found = (await reader.get(f"/api/v1/jobs/{job_id}/similar")).json()["data"]
    viewers = {card["id"]: card["viewer"]["application_id"] for card in found}
    assert viewers[other] == applied.json()["data"]["id"]


async def test_while_vectors_are_away_words_answer_and_say_so(
    reader: AsyncClient, job_id: str, index: FickleVectorIndex
) -> None:
    index.away = True
    body = (await reader.get(f"/api/v1/jobs/{job_id}/similar")).json()
    assert body["filters"] == {"by": "words", "reason": "vector store is away"}
    assert len(body["data"]) == 3


async def test_a_hidden_job_is_left_out(reader: AsyncClient, job_id: str) -> None:
    hidden = (await reader.get(f"/api/v1/jobs/{job_id}/similar")).json()["data"][0]["id"]
    await reader.post(f"/api/v1/jobs/{hidden}/hide")
    found = (await reader.get(f"/api/v1/jobs/{job_id}/similar")).json()["data"]
    assert hidden not in {card["id"] for card in found}
    assert len(found) == 2


async def test_an_unknown_job_is_not_found(reader: AsyncClient) -> None:
    unknown = new_id()
    answer = await reader.get(f"/api/v1/jobs/{unknown}/similar")
    assert answer.status_code == 404
    assert answer.json()["error"]["details"] == {"resource": "job", "id": str(unknown)}


@pytest.mark.parametrize(("parameter", "value"), [("limit", "0"), ("limit", "51"), ("limit", "many"), ("page", "2")])
async def test_what_the_route_does_not_take_is_refused(
    reader: AsyncClient, job_id: str, parameter: str, value: str
) -> None:
    answer = await reader.get(f"/api/v1/jobs/{job_id}/similar", params={parameter: value})
    assert answer.status_code == 400
    assert answer.json()["error"]["details"]["field"] == parameter


async def test_nobody_asks_without_signing_in(reader: AsyncClient, job_id: str) -> None:
    del reader.headers["Authorization"]
    assert (await reader.get(f"/api/v1/jobs/{job_id}/similar")).status_code == 401
