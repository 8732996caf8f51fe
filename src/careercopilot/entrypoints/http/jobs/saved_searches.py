"""Saved searches."""

from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_201_CREATED
from msgspec import UNSET, UnsetType

from careercopilot.entrypoints.http.answers import Data, PageOf, page_of
from careercopilot.entrypoints.http.bodies import Name
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.jobs.search_filters import FiltersBody
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.saved_searches import (
    AlertFrequency,
    NewSavedSearch,
    SavedSearchChanges,
    SavedSearchView,
)
from careercopilot.modules.jobs.api.use_cases.saved_searches import (
    DeleteSavedSearch,
    EditSavedSearch,
    ListSavedSearches,
    SaveSearch,
    ViewSavedSearch,
)

ONE = "/{saved_search_id:uuid}"


class SaveSearchBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A search to keep: filters as the list of jobs takes them; without a name it is called by what it looks for."""

    filters: FiltersBody
    name: Name | None = None
    frequency: AlertFrequency = AlertFrequency.DAILY


class PatchSavedSearchBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What to change: a field that is left out stays. Within filters, null takes a filter away."""

    filters: FiltersBody | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    frequency: AlertFrequency | UnsetType = UNSET

    def changes(self) -> SavedSearchChanges:
        """Return the changes, with nothing for what stays."""
        return SavedSearchChanges(
            name=None if self.name is UNSET else self.name,
            frequency=None if self.frequency is UNSET else self.frequency,
            filters=None if self.filters is UNSET else self.filters.given(),
        )


class SavedSearchesController(Controller):
    """Searches that a person keeps, to be told of jobs that arrive."""

    path = "/saved-searches"
    tags = ("saved-searches",)

    @get("/", operation_id="listSavedSearches", summary="List saved searches")
    async def list_(
        self,
        request: SignedInRequest,
        list_saved_searches: FromDishka[ListSavedSearches],
        *,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[SavedSearchView]:
        """Return one's saved searches, the last saved first."""
        return page_of(await list_saved_searches(request.user.user_id, PageRequest(page, limit)))

    @post(
        "/",
        operation_id="saveSearch",
        summary="Save a search",
        opt={"idempotent": True},
        status_code=HTTP_201_CREATED,
    )
    async def save(
        self, request: SignedInRequest, data: JSONBody[SaveSearchBody], save_search: FromDishka[SaveSearch]
    ) -> Response[Data[SavedSearchView]]:
        """Keep a search, and be told of open jobs that arrive from now on and pass its filters.

        `instant` tells as they arrive, `daily` at eight in the morning and `weekly` at eight on Mondays, by the time
        zone of one's profile; `never` only keeps the search. Words are searched as they are written: where the list
        corrected one, save the correction. One person keeps at most 100 searches.
        """
        new = NewSavedSearch(filters=data.filters.query(), name=data.name, frequency=data.frequency)
        saved = await save_search(request.user.user_id, new)
        location = f"/api/v1/saved-searches/{saved.id}"
        return versioned(request, saved, saved.version, HTTP_201_CREATED, location=location)

    @get(ONE, operation_id="getSavedSearch", summary="Read a saved search")
    async def view(
        self, request: SignedInRequest, saved_search_id: FromPath[UUID], view_saved_search: FromDishka[ViewSavedSearch]
    ) -> Response[Data[SavedSearchView]]:
        """Return one saved search."""
        saved = await view_saved_search(request.user.user_id, saved_search_id)
        return versioned(request, saved, saved.version)

    @patch(ONE, operation_id="patchSavedSearch", summary="Change name, filters and frequency")
    async def change(
        self,
        request: SignedInRequest,
        saved_search_id: FromPath[UUID],
        data: JSONBody[PatchSavedSearchBody],
        edit_saved_search: FromDishka[EditSavedSearch],
    ) -> Response[Data[SavedSearchView]]:
        """Change the fields given, and of the filters those given; jobs that were told of are not told again."""
        expected = expected_version(request)
        edited = await edit_saved_search(request.user.user_id, saved_search_id, data.changes(), expected)
        return versioned(request, edited, edited.version)

    @delete(ONE, operation_id="deleteSavedSearch", summary="Delete a saved search")
    async def delete(
        self,
        request: SignedInRequest,
        saved_search_id: FromPath[UUID],
        delete_saved_search: FromDishka[DeleteSavedSearch],
    ) -> None:
        """Forget the search; nothing more is told of it."""
        await delete_saved_search(request.user.user_id, saved_search_id, expected_version(request))
