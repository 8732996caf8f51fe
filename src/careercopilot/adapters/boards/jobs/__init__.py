"""The sources: a new one is a file here and a line in each of the two tables."""

from collections.abc import Callable, Mapping

from careercopilot.adapters.boards.jobs import ashby, greenhouse, lever
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.kernel.clock import Clock
from careercopilot.modules.jobs.ports.board_reader import BoardReader

__all__ = ["PUBLIC_URLS", "READERS"]

READERS: Mapping[str, Callable[[BoardFetcher, Clock, str | None], BoardReader]] = {
    "ashby": ashby.AshbyReader,
    "greenhouse": greenhouse.GreenhouseReader,
    "lever": lever.LeverReader,
}
PUBLIC_URLS: Mapping[str, str] = {
    "ashby": ashby.PUBLIC_URL,
    "greenhouse": greenhouse.PUBLIC_URL,
    "lever": lever.PUBLIC_URL,
}
