"""The routes of saved jobs."""

from typing import Any

import pytest
from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from tests.support.job_catalogue import CatalogueOf, an_entry
from tests.support.people import sign_up

SAVED = "/api/v1/saved-jobs"

Client = AsyncClient


async def _save(reader: Client, catalogue: CatalogueOf, **body: Any) -> dict[str, Any]:
    [job_id] = await catalogue.add(an_entry("Gardener"))
    answer = await reader.post(SAVED, json={"job_id": str(job_id), **body})
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"{SAVED}/{answer.json()['data']['id']}"
    return dict(answer.json()["data"])


async def test_a_saved_job_can_be_read_again(reader: Client, catalogue: CatalogueOf) -> None:
    saved = await _save(reader, catalogue, notes="Ask Kim", tags=["dream"])

    answer = await reader.get(f"{SAVED}/{saved['id']}")
    again = await reader.get(f"{SAVED}/{saved['id']}", headers={"If-None-Match": answer.headers["etag"]})

    assert answer.json()["data"] == saved
    assert set(saved) == {"id", "job", "notes", "tags", "version", "created_at", "updated_at"}
    assert (saved["notes"], saved["tags"], saved["job"]["title"]) == ("Ask Kim", ["dream"], "Gardener")
    assert saved["job"]["viewer"]["saved"]
    assert again.status_code == 304


async def test_saving_again_names_what_is_saved(reader: Client, catalogue: CatalogueOf) -> None:
    saved = await _save(reader, catalogue)

    answer = await reader.post(SAVED, json={"job_id": saved["job"]["id"]})

    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "ALREADY_EXISTS"
    assert answer.json()["error"]["details"] == {"resource": "saved job", "id": saved["id"]}


async def test_the_same_key_saves_once(reader: Client, catalogue: CatalogueOf) -> None:
    [job_id] = await catalogue.add(an_entry("Gardener"))
    body, headers = {"job_id": str(job_id)}, {"Idempotency-Key": "once"}

    first, second = [await reader.post(SAVED, json=body, headers=headers) for _ in range(2)]

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()


async def test_fields_given_are_changed_and_null_empties(reader: Client, catalogue: CatalogueOf) -> None:
    path = f"{SAVED}/{(await _save(reader, catalogue, notes='a', tags=['x']))['id']}"

    noted = await reader.patch(path, json={"notes": "b"})
    emptied = await reader.patch(path, json={"tags": None}, headers={"If-Match": noted.headers["etag"]})
    stale = await reader.patch(path, json={"notes": "c"}, headers={"If-Match": noted.headers["etag"]})

    assert (noted.json()["data"]["notes"], noted.json()["data"]["tags"]) == ("b", ["x"])
    assert (emptied.json()["data"]["notes"], emptied.json()["data"]["tags"]) == ("b", [])
    assert (stale.status_code, stale.json()["error"]["code"]) == (412, "PRECONDITION_FAILED")


async def test_a_saved_job_is_deleted_once(reader: Client, catalogue: CatalogueOf) -> None:
    path = f"{SAVED}/{(await _save(reader, catalogue))['id']}"

    stale = await reader.delete(path, headers={"If-Match": '"v9"'})

    assert stale.status_code == 412
    assert [(await reader.delete(path)).status_code for _ in range(2)] == [204, 404]


async def test_lists_are_paged_and_narrowed_by_tag(reader: Client, catalogue: CatalogueOf) -> None:
    await _save(reader, catalogue, tags=["dream"])
    await _save(reader, catalogue)

    whole = (await reader.get(SAVED, params={"limit": 1})).json()
    tagged = (await reader.get(SAVED, params={"tag": "Dream"})).json()

    assert (len(whole["data"]), whole["pagination"]["total"], whole["pagination"]["total_pages"]) == (1, 2, 2)
    assert (len(tagged["data"]), tagged["filters"]) == (1, {"tag": "Dream"})


async def test_another_persons_saved_job_is_not_there(reader: Client, catalogue: CatalogueOf) -> None:
    path = f"{SAVED}/{(await _save(reader, catalogue))['id']}"
    _, stranger = await sign_up(reader)

    assert (await reader.get(path, headers=stranger)).status_code == 404
    assert (await reader.patch(path, json={"notes": "x"}, headers=stranger)).status_code == 404
    assert (await reader.delete(path, headers=stranger)).status_code == 404
    assert (await reader.get(SAVED, headers=stranger)).json()["data"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "job_id"),
        ({"job_id": "x"}, "job_id"),
        ({"notes": "x" * 20_001}, "notes"),
        ({"tags": ["x" * 51]}, "tags"),
        ({"tags": [""]}, "tags"),
        ({"tags": [str(n) for n in range(31)]}, "tags"),
        ({"colour": "red"}, "colour"),
    ],
)
async def test_a_body_that_does_not_fit_is_refused(reader: Client, body: dict[str, Any], field: str) -> None:
    given = body if field == "job_id" else {"job_id": str(new_id()), **body}

    answer = await reader.post(SAVED, json=given)

    assert answer.status_code == 400, answer.text
    assert field in str(answer.json()["error"]["details"])
