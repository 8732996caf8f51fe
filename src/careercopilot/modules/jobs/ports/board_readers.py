"""Which sources can be read."""

from collections.abc import Mapping

from careercopilot.modules.jobs.api.errors import UnknownSource
from careercopilot.modules.jobs.ports.board_reader import BoardReader


class BoardReaders:
    """The readers of this installation, by the name of their source."""

    def __init__(self, readers: Mapping[str, BoardReader]) -> None:
        self._readers = dict(readers)

    @property
    def names(self) -> tuple[str, ...]:
        """The sources, sorted."""
        return tuple(sorted(self._readers))

    def get(self, source: str) -> BoardReader:
        """Return the reader of a source. Raises UnknownSource."""
        reader = self._readers.get(source)
        if reader is None:
            raise UnknownSource(source, self.names)
        return reader
