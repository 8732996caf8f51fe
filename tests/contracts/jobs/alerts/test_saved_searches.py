"""Searches that people save."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from careercopilot.kernel.errors import InvalidInput, NotFound, PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.errors import TooManySavedSearches
from careercopilot.modules.jobs.api.saved_searches import MOST_SAVED_SEARCHES, AlertFrequency, SavedSearchView
from careercopilot.modules.jobs.api.use_cases.saved_searches import (
    DeleteSavedSearch,
    ListSavedSearches,
    ViewSavedSearch,
)
from tests.support.alerts import Alerts
from tests.support.clock import FixedClock


async def view(alerts: Alerts, user: UUID, search: UUID) -> SavedSearchView:
    async with alerts.container() as scope:
        found: SavedSearchView = await (await scope.get(ViewSavedSearch))(user, search)
    return found


async def listed(alerts: Alerts, user: UUID, page: PageRequest | None = None) -> Page[SavedSearchView]:
    async with alerts.container() as scope:
        found: Page[SavedSearchView] = await (await scope.get(ListSavedSearches))(user, page or PageRequest())
    return found


async def delete(alerts: Alerts, user: UUID, search: UUID, version: int | None = None) -> None:
    async with alerts.container() as scope:
        await (await scope.get(DeleteSavedSearch))(user, search, version)


async def test_a_saved_search_is_kept_with_its_filters(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    saved = await alerts.save(viewer, name=" Gardens ", q="gardener", country=("Germany",), salary_min=30_000)

    assert await view(alerts, viewer, saved.id) == saved
    assert (saved.name, saved.frequency, saved.version, saved.last_matched_at) == ("Gardens", "instant", 1, None)
    assert saved.filters == {"q": "gardener", "country": ["DE"], "salary_min": 30_000, "status": ["open"]}
    assert saved.created_at == saved.updated_at == clock.now()


@pytest.mark.parametrize("asked", [{}, {"q": "gardener", "name": " "}, {"country": ("Atlantis",)}, {"q": "a\0b"}])
async def test_what_does_not_fit_is_not_kept(alerts: Alerts, viewer: UUID, asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        await alerts.save(viewer, **asked)
    assert (await listed(alerts, viewer)).total == 0


async def test_name_filters_and_frequency_change_apart(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    saved = await alerts.save(viewer, q="gardener", country=("DE",))
    clock.advance(timedelta(hours=1))

    named = await alerts.edit(viewer, saved.id, name="Gardens")
    same = await alerts.edit(viewer, saved.id, name="Gardens", filters={"country": ("germany",)})
    narrowed = await alerts.edit(viewer, saved.id, 2, filters={"country": None, "remote": ("remote",)})
    silenced = await alerts.edit(viewer, saved.id, frequency=AlertFrequency.NEVER)

    assert (named.name, named.filters, named.version, named.updated_at) == ("Gardens", saved.filters, 2, clock.now())
    assert same == named
    assert narrowed.filters == {"q": "gardener", "remote": ["remote"], "status": ["open"]}
    assert (silenced.frequency, silenced.version) == (AlertFrequency.NEVER, 4)
    assert await view(alerts, viewer, saved.id) == silenced


async def test_the_last_filter_cannot_be_taken_away(alerts: Alerts, viewer: UUID) -> None:
    saved = await alerts.save(viewer, q="gardener")
    with pytest.raises(InvalidInput, match="at least one"):
        await alerts.edit(viewer, saved.id, filters={"q": None})
    assert await view(alerts, viewer, saved.id) == saved


async def test_a_stale_version_changes_nothing(alerts: Alerts, viewer: UUID) -> None:
    saved = await alerts.save(viewer, q="gardener")
    await alerts.edit(viewer, saved.id, name="newer")

    with pytest.raises(PreconditionFailed):
        await alerts.edit(viewer, saved.id, saved.version, name="stale")
    with pytest.raises(PreconditionFailed):
        await delete(alerts, viewer, saved.id, saved.version)
    await delete(alerts, viewer, saved.id, 2)
    with pytest.raises(NotFound):
        await delete(alerts, viewer, saved.id)


async def test_of_edits_at_once_none_is_lost_unseen(alerts: Alerts, viewer: UUID) -> None:
    saved = await alerts.save(viewer, q="gardener")
    edits = (alerts.edit(viewer, saved.id, 1, name=str(n)) for n in range(5))

    outcomes = await asyncio.gather(*edits, return_exceptions=True)

    assert sum(isinstance(outcome, SavedSearchView) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, PreconditionFailed) for outcome in outcomes) == 4


async def test_saved_searches_are_ones_own(alerts: Alerts, viewer: UUID) -> None:
    saved, stranger = await alerts.save(viewer, q="gardener"), new_id()

    assert (await listed(alerts, stranger)).items == ()
    for act in (view(alerts, stranger, saved.id), alerts.edit(stranger, saved.id, name="x")):
        with pytest.raises(NotFound):
            await act
    with pytest.raises(NotFound):
        await delete(alerts, stranger, saved.id)


async def test_the_last_saved_comes_first_page_by_page(alerts: Alerts, viewer: UUID, clock: FixedClock) -> None:
    for name in ("first", "second", "third"):
        await alerts.save(viewer, name=name, q="gardener")
        clock.advance(timedelta(minutes=1))

    pages = [await listed(alerts, viewer, PageRequest(number, 2)) for number in (1, 2, 3)]

    assert [[saved.name for saved in page.items] for page in pages] == [["third", "second"], ["first"], []]
    assert {page.total for page in pages} == {3}


async def test_nobody_keeps_more_than_a_hundred_even_at_once(alerts: Alerts, viewer: UUID) -> None:
    for _ in range(MOST_SAVED_SEARCHES - 2):
        await alerts.save(viewer, q="gardener")

    outcomes = await asyncio.gather(*(alerts.save(viewer, q="cook") for _ in range(5)), return_exceptions=True)

    assert sum(isinstance(outcome, SavedSearchView) for outcome in outcomes) == 2
    assert sum(isinstance(outcome, TooManySavedSearches) for outcome in outcomes) == 3
    await alerts.save(new_id(), q="gardener")


async def test_the_calendar_needs_somebody_who_is_there(alerts: Alerts, viewer: UUID) -> None:
    with pytest.raises(NotFound):
        await alerts.save(viewer, AlertFrequency.DAILY, q="gardener")
