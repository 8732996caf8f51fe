"""Texts that are written for a person. Every use case acts for ``user_id`` alone: another's text is NotFound."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.content.api.models import CoverLetterWish, GenerationCard, GenerationFilter, GenerationView


class GenerateCoverLetter(Protocol):
    """Write a cover letter for an opening."""

    async def __call__(self, user_id: UUID, wish: CoverLetterWish) -> GenerationView:
        """Write and keep a draft that says nothing but what the person's profile and the opening hold.

        Providers are asked in their order, within half a minute in all; when none gives anything usable, the writer
        that needs no model writes, so there is always a letter. ``fallbacks`` tells who failed and why. Without a
        language the letter is in that of the job, or else the person's own; one it cannot be written in becomes
        English, and a hint says so.

        Raises InvalidInput unless exactly one of job and application is named, NotFound for what is not there or
        another's, TooManyGenerations.
        """
        ...


class ViewGeneration(Protocol):
    """Look at one text."""

    async def __call__(self, user_id: UUID, generation_id: UUID) -> GenerationView:
        """Return it. Raises GenerationNotFound."""
        ...


class ListGenerations(Protocol):
    """Look through one's texts, the newest first."""

    async def __call__(self, user_id: UUID, wanted: GenerationFilter, request: PageRequest) -> Page[GenerationCard]:
        """Return the page; of two made at the same moment, the later id counts as the newer."""
        ...


class DeleteGeneration(Protocol):
    """Throw a text away."""

    async def __call__(self, user_id: UUID, generation_id: UUID, expected_version: int | None = None) -> None:
        """Delete it for good. Raises GenerationNotFound, or PreconditionFailed when it is at another version."""
        ...
