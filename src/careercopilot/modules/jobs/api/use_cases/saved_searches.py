"""Saved searches. A person's own are all that there are for them: another's is NotFound."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.saved_searches import NewSavedSearch, SavedSearchChanges, SavedSearchView


class SaveSearch(Protocol):
    """Keep a search."""

    async def __call__(self, user_id: UUID, new: NewSavedSearch) -> SavedSearchView:
        """Keep it; it looks at the jobs that arrive from now on.

        Raises InvalidInput for filters that a list of jobs would not take and for none at all, TooManySavedSearches.
        """
        ...


class ListSavedSearches(Protocol):
    """Look through the saved searches."""

    async def __call__(self, user_id: UUID, page: PageRequest) -> Page[SavedSearchView]:
        """Return one page, the last saved first."""
        ...


class ViewSavedSearch(Protocol):
    """Look at one saved search."""

    async def __call__(self, user_id: UUID, saved_search_id: UUID) -> SavedSearchView:
        """Return it. Raises NotFound."""
        ...


class EditSavedSearch(Protocol):
    """Change name, filters and frequency."""

    async def __call__(
        self, user_id: UUID, saved_search_id: UUID, changes: SavedSearchChanges, expected_version: int | None = None
    ) -> SavedSearchView:
        """Apply the changes as one. Raises InvalidInput, NotFound, PreconditionFailed; no change keeps the version.

        Other filters hold for the jobs that have not been looked at yet. One that asked never to be told looks at
        the jobs that arrive from now on.
        """
        ...


class DeleteSavedSearch(Protocol):
    """Keep a search no longer."""

    async def __call__(self, user_id: UUID, saved_search_id: UUID, expected_version: int | None = None) -> None:
        """Delete it. Raises NotFound, PreconditionFailed."""
        ...
