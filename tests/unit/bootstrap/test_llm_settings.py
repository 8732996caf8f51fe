"""Which models may be asked, as the operator says it."""

from pathlib import Path

import pytest

from careercopilot.bootstrap.settings import Settings, WrongSetting

WHOLE = {"URL": "http://127.0.0.1:11434/v1", "MODEL": "small", "API_KEY": "sk-very-secret", "TIMEOUT": "7.5"}


def told(monkeypatch: pytest.MonkeyPatch, providers: str, **given: dict[str, str]) -> Settings:
    monkeypatch.setenv("CAREERCOPILOT_LLM_PROVIDERS", providers)
    for name, values in given.items():
        for setting, value in values.items():
            monkeypatch.setenv(f"CAREERCOPILOT_LLM_{name.upper()}_{setting}", value)
    return Settings()


def test_without_providers_there_are_no_models() -> None:
    assert Settings().llm_models == ()


def test_providers_are_asked_in_the_order_in_which_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = told(monkeypatch, " near , openai", near=WHOLE, openai={"MODEL": "large"}).llm_models
    assert (one.name, one.url, one.model, one.timeout) == ("near", "http://127.0.0.1:11434/v1", "small", 7.5)
    assert one.api_key is not None
    assert one.api_key.get_secret_value() == "sk-very-secret"
    assert (two.name, two.url, two.api_key, two.timeout) == ("openai", "https://api.openai.com/v1", None, 20.0)


@pytest.mark.parametrize(
    ("providers", "given", "named"),
    [
        ("near", {}, "LLM_NEAR_URL"),
        ("near", WHOLE | {"URL": ""}, "LLM_NEAR_URL"),
        ("near", WHOLE | {"URL": "127.0.0.1/v1"}, "LLM_NEAR_URL"),
        ("near", WHOLE | {"MODEL": " "}, "LLM_NEAR_MODEL"),
        ("near", WHOLE | {"TIMEOUT": "soon"}, "LLM_NEAR_TIMEOUT"),
        ("near", WHOLE | {"TIMEOUT": "nan"}, "LLM_NEAR_TIMEOUT"),
        ("near", WHOLE | {"TIMEOUT": "0"}, "LLM_NEAR_TIMEOUT"),
        ("near,near", WHOLE, "LLM_PROVIDERS"),
        ("near,far", WHOLE, "LLM_FAR_URL"),
        ("writer", WHOLE, "LLM_PROVIDERS"),
        ("a-b", WHOLE, "LLM_PROVIDERS"),
    ],
)
def test_what_is_missing_or_wrong_is_told_at_the_start_in_one_line(
    monkeypatch: pytest.MonkeyPatch, providers: str, given: dict[str, str], named: str
) -> None:
    with pytest.raises(WrongSetting) as wrong:
        told(monkeypatch, providers, near=given)
    assert wrong.value.message.startswith(f"CAREERCOPILOT_{named}: ")
    assert "\n" not in wrong.value.message
    assert "sk-very-secret" not in wrong.value.message


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    lines = ['llm_providers = "near"', 'llm_near_url = "http://127.0.0.1/v1"', 'llm_near_model = "small"']
    Path("careercopilot.toml").write_text("\n".join([*lines, 'llm_near_api_key = "sk-very-secret"']))
    settings = Settings()
    (model,) = settings.llm_models
    assert model.api_key is not None
    assert "sk-very-secret" not in repr(settings) + repr(settings.llm_models)
