"""The wiring of likeness between jobs, in memory."""

from dishka import Provider, Scope


def memory() -> Provider:
    """Bind the ports to memory."""
    return Provider(scope=Scope.REQUEST)
