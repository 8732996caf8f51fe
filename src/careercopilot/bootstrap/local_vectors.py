"""The vector store of a data directory, for the commands that run on embedded parts."""

from pathlib import Path

from careercopilot.adapters.chroma.jobs.health import HEARTBEAT, answers
from careercopilot.adapters.chroma.jobs.server import ChromaInUse, address_of, serve

__all__ = ["HEARTBEAT", "ChromaInUse", "running_vector_store", "serve"]


def running_vector_store(data_dir: Path) -> str | None:
    """Return the address at which the vectors of a data directory are served now. Blocks for up to a second."""
    address = address_of(data_dir)
    return address if address is not None and answers(address) else None
