"""What may be said: what a person tells about themselves, and what is known of an opening."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from careercopilot.modules.content.api.models import Evidence

LONGEST_DESCRIPTION = 20_000
"""Characters of a description that are read; what comes after is legal text more often than not."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """The person who applies, in their own words."""

    full_name: str
    headline: str | None = None
    locations: tuple[str, ...] = ()
    remote_preference: str | None = None
    target_titles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    locale: str = "en"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What is applied for, in the words of its source; an application entered by hand has no description."""

    source: Literal["job", "application"]
    title: str
    company: str
    locations: tuple[str, ...] = ()
    remote: str | None = None
    description: str = ""
    language: str | None = None


def of_profile(field: str, text: str) -> Evidence:
    """Return the evidence of a whole profile field or entry."""
    return Evidence("profile", field, text)


def entries(field: str, texts: Sequence[str]) -> list[Evidence]:
    """Return the evidence of each entry of a profile field."""
    return [of_profile(f"{field}[{index}]", text) for index, text in enumerate(texts)]


def of_opening(opening: Opening, field: str, text: str, span: tuple[int, int] | None = None) -> Evidence:
    """Return the evidence of a whole field of the opening, or of a span of it."""
    return Evidence(opening.source, field, text, span)


def of_description(opening: Opening, start: int, end: int) -> Evidence:
    """Return the evidence of a part of the description."""
    return of_opening(opening, "description_text", opening.description[start:end], (start, end))
