"""The wiring of saved searches and what is told of them."""

from dishka import Provider, Scope


def use_cases() -> Provider:
    """Bind what it can do."""
    return Provider(scope=Scope.REQUEST)


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    return Provider(scope=Scope.REQUEST)
