"""Vectors in the real product: Chroma beside it, away, back, and made anew."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from tests.support.board_fixtures import a_row
from tests.support.board_server import BoardServer
from tests.support.people import PASSWORD
from tests.support.product import Product

pytestmark = pytest.mark.slow

WARD = "<p>You care for patients on the ward, give medication and dress wounds.</p>"


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A product whose one board lists five nurses and a driver."""
    with BoardServer() as boards:
        nurses = [a_row("ashby", n, title=f"Night nurse, ward {n}", descriptionHtml=WARD) for n in range(5)]
        driver = a_row("ashby", 9, title="Truck driver", descriptionHtml="<p>You drive lorries and load pallets.</p>")
        boards.set_jobs("ashby", "clinic", [*nurses, driver])
        data_dir = tmp_path_factory.mktemp("product") / "data"
        chosen = {"CHROMA_URL": "", "RATE_LIMIT": "off", "SOURCES_ASHBY_URL": boards.url("ashby")}
        with Product(data_dir, **chosen) as running:
            yield running


@pytest.fixture(scope="module")
def http(product: Product) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=product.url, timeout=20) as client:
        person = {"email": "reader@example.org", "password": PASSWORD, "full_name": "Reader"}
        token = client.post("/api/v1/auth/register", json=person).json()["data"]["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


def similar(http: httpx.Client) -> dict[str, Any]:
    job = http.get("/api/v1/jobs", params={"q": "nurse", "limit": 1}).json()["data"][0]["id"]
    answer = http.get(f"/api/v1/jobs/{job}/similar")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def wait_for(condition: Callable[[], bool], patience: float = 20) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it never came true")


def chroma(product: Product) -> psutil.Process | None:
    assert product.process is not None
    children = psutil.Process(product.process.pid).children(recursive=True)
    return next((child for child in children if "vector_server" in " ".join(child.cmdline())), None)


def by_vectors(http: httpx.Client) -> bool:
    return bool(similar(http)["filters"]["by"] == "vectors")


def test_what_comes_in_is_soon_found_by_vectors(product: Product, http: httpx.Client) -> None:
    assert product.json("ingest", "--source", "ashby", "--board", "clinic")["runs"][0]["new"] == 6
    wait_for(lambda: by_vectors(http))
    wait_for(lambda: len(similar(http)["data"]) == 4)
    assert all("nurse" in job["title"] for job in similar(http)["data"])
    assert http.get("/health").json()["vector_store"]["status"] == "up"


def test_a_killed_chroma_is_started_again_and_words_answer_meanwhile(product: Product, http: httpx.Client) -> None:
    killed = chroma(product)
    assert killed is not None
    killed.suspend()  # it takes connections and never answers
    found = similar(http)
    assert (found["filters"]["by"], found["filters"]["reason"]) == ("words", "vector store is away")
    assert len(found["data"]) == 4
    killed.kill()
    wait_for(lambda: by_vectors(http))
    again = chroma(product)
    assert again is not None
    assert again.pid != killed.pid


def test_everything_is_made_anew_beside_the_running_product(product: Product, http: httpx.Client) -> None:
    assert product.json("reindex") == {"reindexed": 6, "stored": 6}
    wait_for(lambda: by_vectors(http))


def test_it_stops_with_the_product_and_can_be_made_anew_without_it(product: Product) -> None:
    server = chroma(product)
    assert server is not None
    assert product.stop() == 0
    assert not server.is_running()
    for file in (product.data_dir / "chroma").iterdir():
        if file.is_file():
            file.unlink()
    assert product.json("reindex") == {"reindexed": 6, "stored": 6}


def test_a_wrong_embedder_is_refused_in_one_line(tmp_path: Path) -> None:
    product = Product(tmp_path / "data", EMBEDDINGS="onnx:/models/small")
    finished = product.run("up", "--port", str(product.port))
    assert finished.returncode == 1
    (line,) = finished.stderr.strip().splitlines()
    assert "CAREERCOPILOT_EMBEDDINGS" in line
    assert "hashed" in line
