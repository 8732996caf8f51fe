"""Boards of fictional employers, in the shapes of the real sources."""

import copy
import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SOURCES = ("ashby", "greenhouse", "lever")
_FOLDER = Path(__file__).parent / "boards"


def boards_of(source: str) -> dict[str, list[Row]]:
    """The fixture boards of a source, to change at will."""
    found: dict[str, list[Row]] = json.loads((_FOLDER / f"{source}.json").read_text(encoding="utf-8"))
    return found


def a_row(source: str, number: int = 1, **changes: object) -> Row:
    """A posting in a source's shape, with an id and a URL of its own."""
    name = {"ashby": ("meadow-robotics", 0, "jobUrl"), "greenhouse": ("harbourlight", 0, "absolute_url")}
    board, index, url = name.get(source, ("tandem-bakery", 0, "hostedUrl"))
    row = copy.deepcopy(boards_of(source)[board][index])
    row["id"] = 5_000_000 + number if source == "greenhouse" else f"row-{number:05}"
    row[url] = f"https://jobs.example/{source}/{number}"
    return row | changes
