"""The supervisor's end of the pipe by which its children notice its death."""

import os

from careercopilot.bootstrap.process.parent_death import VARIABLE


class Lifeline:
    """A pipe nobody writes to; its writing end is ours alone and closes with our process."""

    def __init__(self) -> None:
        self.reading_end, self._writing_end = os.pipe()

    def environment(self) -> dict[str, str]:
        """Return what tells a child where its end is."""
        return {VARIABLE: str(self.reading_end)}

    def close(self) -> None:
        """Let go; children that still run take it for our death."""
        for descriptor in (self.reading_end, self._writing_end):
            os.close(descriptor)
