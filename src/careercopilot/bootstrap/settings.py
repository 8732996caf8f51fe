"""Settings: environment variables with the prefix CAREERCOPILOT_, or careercopilot.toml."""

import os
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

_PREFIX = "CAREERCOPILOT_"


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

    @cached_property
    def source_urls(self) -> dict[str, str]:
        """Base URLs that the operator set, by source: CAREERCOPILOT_SOURCES_<NAME>_URL, or sources_<name>_url."""
        in_file = {name: str(value) for name, value in (self.model_extra or {}).items()}
        in_environment = {
            name.removeprefix(_PREFIX).lower(): value
            for name, value in os.environ.items()
            if name.startswith(_PREFIX) and value.strip()
        }
        return {
            name.removeprefix("sources_").removesuffix("_url"): value.strip()
            for name, value in (in_file | in_environment).items()
            if name.startswith("sources_") and name.endswith("_url")
        }


class DatabaseUrl(str):
    """The URL of the PostgreSQL that this process works on: the configured one, or the embedded server's."""

    __slots__ = ()
