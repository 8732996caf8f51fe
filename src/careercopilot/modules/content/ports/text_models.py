"""Which models can be asked."""

from collections.abc import Iterator, Sequence

from careercopilot.modules.content.domain.circuit import Circuit
from careercopilot.modules.content.ports.text_model import TextModel


class TextModels:
    """The models of this installation in the operator's order, with how each has done in this process."""

    def __init__(self, models: Sequence[TextModel]) -> None:
        self._models = [(model, Circuit()) for model in models]

    def __iter__(self) -> Iterator[tuple[TextModel, Circuit]]:
        """Give each model with its circuit."""
        return iter(self._models)
