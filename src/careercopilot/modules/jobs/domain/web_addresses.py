"""Addresses on the web that are safe to show as links."""

from urllib.parse import urlsplit

_LONGEST = 2000


def web_url(text: str | None) -> str | None:
    """Return the address when it is a plain http or https one, else None."""
    address = (text or "").strip()
    if not address or len(address) > _LONGEST or any(c.isspace() or not c.isprintable() for c in address):
        return None
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return address if usable else None
