"""Which models can be asked."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from careercopilot.kernel.circuit import Circuit
from careercopilot.modules.content.ports.text_model import TextModel

FAILURES: Final = 3
"""So many in a row, and a model is left alone."""

REST: Final = timedelta(seconds=60)
"""For how long."""


class TextModels:
    """The models of this installation in the operator's order, with how each has done in this process."""

    def __init__(self, models: Sequence[TextModel]) -> None:
        self._models = [(model, Circuit(REST.total_seconds(), FAILURES)) for model in models]

    def __iter__(self) -> Iterator[tuple[TextModel, Circuit]]:
        """Give each model with its circuit."""
        return iter(self._models)
