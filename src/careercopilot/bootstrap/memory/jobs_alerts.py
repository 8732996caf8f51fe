"""The wiring of saved searches and what is told of them, in memory."""

from dishka import Provider, Scope


def memory() -> Provider:
    """Bind the ports to memory."""
    return Provider(scope=Scope.REQUEST)
