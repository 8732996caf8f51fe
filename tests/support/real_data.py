"""Recordings of real boards, where a machine has them."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

_DEFAULT = Path(__file__).parents[2].parent / "shared" / "data"


def real_data(*parts: str) -> Path:
    """A file or folder of the recordings; the test is skipped where they are absent."""
    root = Path(os.environ.get("CAREERCOPILOT_REAL_DATA") or _DEFAULT)
    path = root.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"no recordings at {path} (CAREERCOPILOT_REAL_DATA)")
    return path


def recorded_bodies(source: str) -> dict[str, bytes]:
    """Each recorded board of a source, by file name, as the source sent it."""
    found = {}
    for path in sorted(real_data("boards", source).iterdir()):
        if path.name.endswith((".json", ".json.gz")):
            found[path.name] = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return found


def snapshot_rows() -> list[dict[str, Any]]:
    """Rows of a public crawl of Greenhouse boards, in the source's own shape."""
    path = min(real_data("greenhouse_snapshots").glob("*.json.gz"))
    rows = json.loads(gzip.decompress(path.read_bytes()))
    return [{**row, "location": {"name": row["location"]}} for row in rows]
