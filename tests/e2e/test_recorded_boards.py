"""The main job on recordings of real boards, where they are present."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.people import sign_up
from tests.support.product import Product, free_port
from tests.support.real_data import real_data

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def replay() -> Iterator[tuple[str, list[str]]]:
    """The replay server, which stands beside the recordings: its address, and the Ashby boards it has."""
    program = real_data("boards").parent.parent / "replay" / "serve.py"
    if not program.exists():
        pytest.skip("the recordings have no replay server beside them")
    port = free_port()
    process = subprocess.Popen([sys.executable, str(program), "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                recorded = httpx.get(f"{url}/_boards", timeout=5).json()["ashby"]
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield url, recorded
    finally:
        process.terminate()
        process.wait(10)


async def test_every_recorded_board_comes_in_once(replay: tuple[str, list[str]], tmp_path: Path) -> None:
    address, recorded = replay
    listed = tmp_path / "boards.txt"
    listed.write_text("\n".join(recorded) + "\n")
    with Product(tmp_path / "data", SOURCES_ASHBY_URL=f"{address}/ashby") as product:
        one = product.json("ingest", "--source", "ashby", "--board", recorded[0])["runs"]
        assert [run["status"] for run in one] == ["complete"]
        first = product.json("ingest", "--source", "ashby", "--boards-file", str(listed), "--full")["runs"]
        assert len(first) == len(recorded)
        assert {run["status"] for run in first} == {"complete"}
        for run in first:
            counts = [run[k] for k in ("new", "updated", "unchanged", "merged", "rejected")]
            assert run["fetched"] == sum(counts)
        again = product.json("ingest", "--source", "ashby", "--boards-file", str(listed), "--full")["runs"]
        assert sum(run["new"] + run["updated"] + run["closed"] for run in again) == 0
        async with httpx.AsyncClient(base_url=product.url, timeout=30) as http:
            _, headers = await sign_up(http)
            page = (await http.get("/api/v1/jobs", params={"q": "engineer", "limit": 1}, headers=headers)).json()
            assert page["pagination"]["total"] > 100
            assert "engineer" in page["data"][0]["title"].lower()
