"""The read model as a whole."""

from datetime import datetime
from typing import Protocol


class ReadModel(Protocol):
    """Who may write the read model, and how far it has come. Part of the scope's unit of work."""

    async def hold(self) -> None:
        """Wait until nobody else writes the read model, and keep others waiting until the unit of work ends.

        Whoever writes holds it first and only then asks tracking or jobs: so what is written is never older than
        what stood there, and an answer cannot be overtaken by an event that is taken in at the same time.
        """
        ...

    async def advance(self, to: datetime) -> None:
        """Note that everything told up to then is taken in, as far as it has been delivered."""
        ...
