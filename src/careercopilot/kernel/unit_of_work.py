"""One transaction per use case."""

from types import TracebackType
from typing import Protocol, Self

from careercopilot.kernel.events import Event
from careercopilot.kernel.signals import Signal


class UnitOfWork(Protocol):
    """A transaction: leaving it without ``commit`` undoes everything, told events included.

    One object serves one scope, together with the repositories of that scope; it can be entered again
    after it was left, but not while it is open.
    """

    async def __aenter__(self) -> Self:
        """Begin."""
        ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed."""
        ...

    def publish(self, *events: Event) -> None:
        """Tell facts: stored with the commit, delivered to subscribers some time after it."""
        ...

    def signal(self, *signals: Signal) -> None:
        """Wake others after the commit; a signal can be lost and is never the only way."""
        ...

    async def commit(self) -> None:
        """Make it lasting. Nothing can be written in this transaction afterwards."""
        ...
