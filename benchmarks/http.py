"""Serving: requests a second of GET /jobs and GET /jobs/{id}; see serving.py, which this runs.

uv run python benchmarks/http.py [--json] [--jobs N] [--rounds N] [--seconds S] [--connections N]

Python puts a script's folder first on its path, so every script in this folder that asks for the standard library's
``http`` finds this file. It then steps aside: imported under that name, it puts the standard library's in its place.
"""

import importlib.util
import sys
import sysconfig
from pathlib import Path


def _step_aside() -> None:
    folder = Path(sysconfig.get_path("stdlib")) / "http"
    spec = importlib.util.spec_from_file_location(
        "http", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        msg = "the standard library's http is not where it belongs"
        raise ImportError(msg)
    package = importlib.util.module_from_spec(spec)
    sys.modules["http"] = package
    spec.loader.exec_module(package)


if __name__ == "http":
    _step_aside()

if __name__ == "__main__":
    from serving import main

    main()
