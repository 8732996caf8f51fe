"""Which models may be asked: LLM_PROVIDERS names them in order, LLM_<NAME>_... tells of each."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr

_NAME = re.compile(r"[a-z][a-z0-9_]{0,29}")
_RESERVED = "writer"
_WELL_KNOWN = {"openai": "https://api.openai.com/v1"}
_MOST = 10
_LONGEST_WAIT = 120.0


@dataclass(frozen=True)
class LlmSettings:
    """One model at one provider, and how many seconds it may take."""

    name: str
    url: str
    model: str
    api_key: SecretStr | None = None
    timeout: float = 20.0


def llm_settings(providers: str, given: Mapping[str, str]) -> tuple[LlmSettings, ...]:
    """Read what is given by setting name in lower case. Raises ValueError, which names the setting that is wrong."""
    names = [name.strip().lower() for name in providers.split(",") if name.strip()]
    for name in names:
        if not _NAME.fullmatch(name) or name == _RESERVED:
            raise ValueError(f"LLM_PROVIDERS: {name[:50]!r} cannot be the name of a provider")
    if len(names) > _MOST or len(set(names)) < len(names):
        raise ValueError(f"LLM_PROVIDERS: takes at most {_MOST} names, each of them once")
    return tuple(_one(name, given) for name in names)


def _one(name: str, given: Mapping[str, str]) -> LlmSettings:
    prefix = f"llm_{name}_"
    key = given.get(f"{prefix}api_key")
    return LlmSettings(
        name=name,
        url=_url(name, given.get(f"{prefix}url") or _WELL_KNOWN.get(name)),
        model=_model(name, given.get(f"{prefix}model")),
        api_key=SecretStr(key) if key else None,
        timeout=_timeout(name, given.get(f"{prefix}timeout")),
    )


def _url(name: str, url: str | None) -> str:
    setting = f"LLM_{name.upper()}_URL"
    if url is None:
        raise ValueError(f"{setting}: LLM_PROVIDERS names {name!r}, so its base URL is needed")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"{setting}: must be an http or https URL such as http://127.0.0.1:11434/v1")
    return url


def _model(name: str, model: str | None) -> str:
    if model is None:
        raise ValueError(f"LLM_{name.upper()}_MODEL: LLM_PROVIDERS names {name!r}, so the name of its model is needed")
    return model


def _timeout(name: str, seconds: str | None) -> float:
    if seconds is None:
        return LlmSettings.timeout
    try:
        timeout = float(seconds)
    except ValueError:
        timeout = math.nan
    if not 0 < timeout <= _LONGEST_WAIT:
        raise ValueError(f"LLM_{name.upper()}_TIMEOUT: must be seconds, more than 0 and at most {_LONGEST_WAIT:.0f}")
    return timeout
