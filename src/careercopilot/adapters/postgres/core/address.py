"""How the server's address is spelled."""


def plain_dsn(url: str) -> str:
    """Return any spelling of a PostgreSQL URL (``postgres://``, ``postgresql+driver://``) as asyncpg takes it."""
    return "postgresql://" + url.partition("://")[2]
