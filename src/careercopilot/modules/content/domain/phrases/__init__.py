"""The sentences that letters are made of, by language and tone."""

from collections.abc import Mapping
from typing import Final

from careercopilot.modules.content.api.models import Tone
from careercopilot.modules.content.domain.phrases.english import ENGLISH
from careercopilot.modules.content.domain.phrases.german import GERMAN
from careercopilot.modules.content.domain.phrases.wording import Wording

LANGUAGES: Final[Mapping[str, Mapping[Tone, Wording]]] = {"en": ENGLISH, "de": GERMAN}
DEFAULT_LANGUAGE: Final = "en"


def wording(language: str, tone: Tone) -> Wording:
    """Return the wording of a language that letters can be written in."""
    return LANGUAGES[language][tone]


def writable(tag: str) -> str | None:
    """Return the language of a tag such as ``de-AT``, if letters can be written in it."""
    language = tag.replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else None
