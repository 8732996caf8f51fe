"""Settings: environment variables with the prefix CAREERCOPILOT_, or careercopilot.toml."""

import os
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from careercopilot.bootstrap.llm_settings import LlmSettings, llm_settings
from careercopilot.kernel.errors import CareerCopilotError

_PREFIX = "CAREERCOPILOT_"


class WrongSetting(CareerCopilotError):
    """A setting does not fit; the message names it, and is one line."""


class Settings(BaseSettings):
    """How this installation runs. Every field is the environment variable CAREERCOPILOT_<NAME>."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, toml_file="careercopilot.toml", extra="allow", frozen=True, env_ignore_empty=True
    )

    database_url: SecretStr | None = None
    redis_url: SecretStr | None = None
    chroma_url: str | None = None
    smtp_url: SecretStr | None = None
    mail_from: str = "Career Copilot <careercopilot@localhost>"
    rate_limit: bool = True
    rate_limit_requests: int = Field(default=1200, ge=1)
    rate_limit_anonymous: int = Field(default=600, ge=1)
    rate_limit_auth: int = Field(default=60, ge=1)
    rate_limit_generate: int = Field(default=30, ge=1)
    trusted_proxies: str = ""
    max_sockets: int = Field(default=5000, ge=1)
    worker_metrics_port: int | None = Field(default=None, ge=1, le=65535)
    embeddings: str = "hashed"
    llm_providers: str = ""
    data_dir: Path = Path(".careercopilot")
    secret_key: SecretStr | None = None
    base_url: str = "http://127.0.0.1:8000"
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    demo: bool = True
    follow_defaults: bool = True
    pool_size: int = Field(default=20, ge=1, le=500)
    pool_overflow: int = Field(default=30, ge=0, le=500)
    pool_timeout: float = Field(default=30.0, gt=0)
    pool_recycle: int = Field(default=3600, gt=0)
    max_body_bytes: int = Field(default=1_048_576, ge=1024)
    max_upload_bytes: int = Field(default=26_214_400, ge=1024)
    ingest_concurrency: int = Field(default=8, ge=1, le=64)

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as in the framework
        try:
            super().__init__(**given)
        except ValidationError as error:
            raise WrongSetting(_in_one_line(error)) from None

    @field_validator("embeddings")
    @classmethod
    def _known_embedder(cls, value: str) -> str:
        if value != "hashed":
            raise ValueError(f"{value!r} is not available; the embedder there is: hashed")
        return value

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the framework's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def vector_store_url(self) -> str | None:
        """Where Chroma is; None when none is configured, or it is switched off with ``CHROMA_URL=off``."""
        return None if self.chroma_url in {None, "off"} else self.chroma_url

    @cached_property
    def source_urls(self) -> dict[str, str]:
        """Base URLs that the operator set, by source: CAREERCOPILOT_SOURCES_<NAME>_URL, or sources_<name>_url."""
        return {
            name.removeprefix("sources_").removesuffix("_url"): value
            for name, value in self._named_by_operator().items()
            if name.startswith("sources_") and name.endswith("_url")
        }

    @cached_property
    def llm_models(self) -> tuple[LlmSettings, ...]:
        """The models that may be asked, in order: CAREERCOPILOT_LLM_<NAME>_URL, _MODEL, _API_KEY and _TIMEOUT."""
        try:
            return llm_settings(self.llm_providers, self._named_by_operator())
        except ValueError as error:
            raise WrongSetting(f"{_PREFIX}{error}") from None

    @model_validator(mode="after")
    def _models_are_whole(self) -> Self:
        _ = self.llm_models  # a provider that lacks something is told at the start, not to the first who wants a letter
        return self

    def _named_by_operator(self) -> dict[str, str]:
        """Return the settings whose names hold a name of the operator's choice, in lower case."""
        in_file = {name.lower(): str(value).strip() for name, value in (self.model_extra or {}).items()}
        in_environment = {
            name.removeprefix(_PREFIX).lower(): value.strip()
            for name, value in os.environ.items()
            if name.startswith(_PREFIX)
        }
        return {name: value for name, value in (in_file | in_environment).items() if value}

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Leave out keys that stand in the file under a name of the operator's choice."""
        return ((name, value) for name, value in super().__repr_args__() if not str(name).endswith("_api_key"))


def settings_or_exit() -> Settings:
    """Read the settings of a process; one that does not fit ends it with a line on standard error."""
    try:
        return Settings()
    except WrongSetting as wrong:
        sys.stderr.write(f"careercopilot: {wrong.message}\n")
        raise SystemExit(2) from None


def _in_one_line(error: ValidationError) -> str:
    """Name each setting and what is wrong with it, never its value, which may be a secret."""
    wrong = [(".".join(map(str, one["loc"])), one["msg"]) for one in error.errors(include_url=False)]
    return "; ".join(f"{_PREFIX}{name.upper()}: {reason.removeprefix('Value error, ')}" for name, reason in wrong)


class DatabaseUrl(str):
    """The URL of the PostgreSQL that this process works on: the configured one, or the embedded server's."""

    __slots__ = ()
