"""The process that serves the vectors of a data directory. It imports little, since it does little."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from careercopilot.bootstrap.local_vectors import HEARTBEAT, ChromaInUse, serve
from careercopilot.bootstrap.process.parent_death import exit_when_parent_dies
from careercopilot.entrypoints.cli.probe import answers
from careercopilot.entrypoints.cli.supervisor import ChildSpec

_HOST = "127.0.0.1"


def vector_server(data_dir: Path, port: int, environment: Mapping[str, str] | None = None) -> ChildSpec:
    """Return it as a child: started in the background, and done without while it is away."""
    return ChildSpec(
        "vectors",
        (sys.executable, "-m", __spec__.name, "--data-dir", str(data_dir.resolve()), "--port", str(port)),
        environment or {},
        ready=lambda: answers(_HOST, port, HEARTBEAT),
        background=True,
        dispensable=True,
    )


def main() -> int:
    """Serve until SIGTERM, or until the supervisor dies."""
    exit_when_parent_dies()
    parser = argparse.ArgumentParser(description="The vector store of Career Copilot.")
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    try:
        serve(arguments.data_dir, arguments.port)
    except (ChromaInUse, OSError) as error:
        sys.stderr.write(f"vectors: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
