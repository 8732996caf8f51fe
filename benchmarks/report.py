"""How benchmarks tell their figures: a table, or one JSON document."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Result:
    """One figure beside its floor, which was measured in the same run.

    ``ratio`` is ours / floor. ``target`` is for the value, or for the ratio where the unit is requests a second;
    ``met`` says whether it was reached, None without a target.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    ratio: float | None = None
    target: float | None = None
    met: bool | None = None


def commit() -> str:
    """Return the commit that was measured, with a + when the tree differs from it."""
    return _git("rev-parse", "--short", "HEAD") + ("+" if _git("status", "--porcelain") else "")


def _git(*words: str) -> str:
    here = Path(__file__).parent
    return subprocess.run(["git", *words], cwd=here, capture_output=True, text=True, check=False).stdout.strip()


def print_results(benchmark: str, results: Sequence[Result], *, as_json: bool) -> None:
    """Print the figures."""
    if as_json:
        rows = [asdict(result) for result in results]
        print(json.dumps({"benchmark": benchmark, "commit": commit(), "results": rows}))
        return
    print(f"{benchmark} at {commit()}")
    print(f"  {'figure':34} {'value':>12} {'unit':8} {'floor':>12} {'ratio':>7} {'target':>10}  met")
    for r in results:
        floor = "-" if r.floor is None else f"{r.floor:,.2f}"
        ratio = "-" if r.ratio is None else f"{r.ratio:.2f}"
        met = {None: "-", True: "yes", False: "no"}[r.met]
        target = "-" if r.target is None else f"{r.target:,g}"
        print(f"  {r.name:34} {r.value:>12,.2f} {r.unit:8} {floor:>12} {ratio:>7} {target:>10}  {met}")
