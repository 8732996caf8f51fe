"""The key that signs tokens: configured, or made once and kept in the data directory."""

import os
import secrets
from pathlib import Path

from pydantic import SecretStr

from careercopilot.bootstrap.settings import Settings

_FILE = "secret_key"


def with_secret_key(settings: Settings) -> Settings:
    """Return the settings with a secret key, which is made on first use when none is configured."""
    if settings.secret_key is not None:
        return settings
    return settings.model_copy(update={"secret_key": SecretStr(_kept_key(settings.data_dir))})


def _kept_key(data_dir: Path) -> str:
    """Read the kept key, or make it; of two processes that start at once, both read the same one."""
    path = data_dir / _FILE
    data_dir.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fresh = data_dir / f".{_FILE}.{os.getpid()}"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # fails when another process was first; a rename would replace its key
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()
