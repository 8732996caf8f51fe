"""GET /jobs/{id}, and what is marked there."""

from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from tests.support.job_catalogue import CatalogueOf, an_entry

Client = AsyncClient


async def _job(catalogue: CatalogueOf) -> str:
    [job_id] = await catalogue.add(an_entry("Gardener", text="Tulips."))
    return f"/api/v1/jobs/{job_id}"


async def test_a_job_is_read_with_its_description(reader: Client, catalogue: CatalogueOf) -> None:
    answer = await reader.get(await _job(catalogue))

    job = answer.json()["data"]
    assert answer.headers["content-type"] == "application/json"
    assert (job["title"], job["description_html"], job["description_text"]) == ("Gardener", "<p>Tulips.</p>", "Tulips.")


async def test_what_the_caller_has_already_is_not_sent_again(reader: Client, catalogue: CatalogueOf) -> None:
    path = await _job(catalogue)
    tag = (await reader.get(path)).headers["etag"]

    again = await reader.get(path, headers={"If-None-Match": tag})
    await reader.post(f"{path}/save")
    changed = await reader.get(path, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (changed.status_code, changed.json()["data"]["viewer"]["saved"]) == (200, True)


async def test_a_job_nobody_knows_is_not_found(reader: Client) -> None:
    job_id = new_id()

    for answer in (
        await reader.get(f"/api/v1/jobs/{job_id}"),
        await reader.post(f"/api/v1/jobs/{job_id}/save"),
        await reader.post(f"/api/v1/jobs/{job_id}/hide"),
    ):
        error = answer.json()["error"]
        assert (answer.status_code, error["code"]) == (404, "RESOURCE_NOT_FOUND")
        assert error["details"] == {"resource": "job", "id": str(job_id)}


async def test_something_else_than_an_id_is_not_found(reader: Client) -> None:
    assert (await reader.get("/api/v1/jobs/gardener")).status_code == 404


async def test_saving_twice_answers_with_the_same(reader: Client, catalogue: CatalogueOf) -> None:
    path = await _job(catalogue)

    first, second = await reader.post(f"{path}/save"), await reader.post(f"{path}/save")

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert first.headers["location"] == f"/api/v1/saved-jobs/{first.json()['data']['id']}"
    assert [(await reader.delete(f"{path}/save")).status_code for _ in range(2)] == [204, 204]
    assert not (await reader.get(path)).json()["data"]["viewer"]["saved"]


async def test_a_hidden_job_leaves_the_list_and_comes_back(reader: Client, catalogue: CatalogueOf) -> None:
    path = await _job(catalogue)

    assert [(await reader.post(f"{path}/hide")).status_code for _ in range(2)] == [204, 204]
    assert (await reader.get("/api/v1/jobs")).json()["pagination"]["total"] == 0
    [shown] = (await reader.get("/api/v1/jobs?include_hidden=true")).json()["data"]
    assert shown["viewer"]["hidden"]
    assert [(await reader.delete(f"{path}/hide")).status_code for _ in range(2)] == [204, 204]
    assert (await reader.get("/api/v1/jobs")).json()["pagination"]["total"] == 1
