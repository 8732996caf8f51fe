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


def greeting(host: str, port: int, data_dir: Path) -> str:
    """Return the page."""
    shown = f"[{host}]" if ":" in host else host
    return _LINES.format(url=f"http://{shown}:{port}", data_dir=data_dir.resolve())
