"""What ``up`` says when it is ready: where it is, and lines that can be pasted."""

from pathlib import Path

_LINES = """
Career Copilot is ready at {url}
  API reference   {url}/schema
  Health          {url}/health
  Data            {data_dir}

Try it in another terminal:

  curl -s {url}/health

  curl -s {url}/api/v1/auth/register -H 'Content-Type: application/json' \\
    -d '{{"email": "you@example.org", "password": "a long passphrase", "full_name": "You"}}'

  TOKEN=$(curl -s {url}/api/v1/auth/login -H 'Content-Type: application/json' \\
    -d '{{"email": "you@example.org", "password": "a long passphrase"}}' \\
    | python3 -c 'import json, sys; print(json.load(sys.stdin)["data"]["access_token"])')

  curl -s "{url}/api/v1/jobs?q=nurse&limit=3" -H "Authorization: Bearer $TOKEN"

Ctrl-C stops everything.
"""


_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound


def reachable(host: str) -> str:
    """Return where on this machine a server answers that listens on the host."""
    return _ANYWHERE.get(host, host)


def address(host: str, port: int) -> str:
    """Return the URL of a server on this machine."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def greeting(host: str, port: int, data_dir: Path) -> str:
    """Return the page."""
    return _LINES.format(url=address(host, port), data_dir=data_dir.resolve())
