from collections.abc import Sequence
from datetime import timedelta
from typing import Any, get_args
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.models import (
    NEWEST_FIRST,
    ApplicationFilters,
    ApplicationPriority,
    ApplicationStatus,
    Order,
    PipelineView,
    SortField,
)
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.showing import card_of, view_of
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository
from careercopilot.modules.tracking.ports.application_views import ApplicationViews
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews
from tests.support.applications import SOMEBODY, SOMEBODY_ELSE, an_application
from tests.support.clock import START, FixedClock

HOUR = timedelta(hours=1)


async def add(container: AsyncContainer, *applications: Application) -> None:
    async with container() as scope:
        repository = await scope.get(ApplicationRepository)
        async with await scope.get(UnitOfWork) as uow:
            for application in applications:
                await repository.add(application)
            await uow.commit()


async def titles(
    container: AsyncContainer,
    order: Sequence[Order] = NEWEST_FIRST,
    page: PageRequest = PageRequest(),  # noqa: B008 - a frozen value
    **filters: Any,
) -> list[str]:
    async with container() as scope:
        views = await scope.get(ApplicationViews)
        found = await views.page(SOMEBODY, ApplicationFilters(**filters), order, page)
    return [view.title for view in found.items]


async def pipeline(container: AsyncContainer) -> PipelineView:
    async with container() as scope:
        views: ApplicationViews = await scope.get(ApplicationViews)
        return await views.pipeline(SOMEBODY)


@pytest.fixture
async def garden(container: AsyncContainer) -> AsyncContainer:
    """Three applications of one person, and one of another that matches whatever is asked for."""
    await add(
        container,
        an_application(title="Alder", company="North Ltd", notes="50% off_road", tags=("Sea", "far")),
        an_application(
            title="birch",
            company="South Ltd",
            status=ApplicationStatus.APPLIED,
            priority=ApplicationPriority.HIGH,
            now=START + HOUR,
        ),
        an_application(
            title="Cedar",
            company="northern Öl",
            status=ApplicationStatus.INTERVIEW,
            applied_at=START - HOUR,
            next_action_at=START,
            priority=ApplicationPriority.LOW,
            tags=("far",),
            now=START + 2 * HOUR,
        ),
        an_application(title="Theirs", company="north", notes="off_road", tags=("sea",), user_id=SOMEBODY_ELSE),
    )
    return container


async def test_one_application_is_shown_to_its_owner_only(container: AsyncContainer, clock: FixedClock) -> None:
    application = an_application(job_id=new_id(), notes="mine", tags=("a", "b"))
    await add(container, application)
    clock.advance(timedelta(days=2, hours=23))
    async with container() as scope:
        views = await scope.get(ApplicationViews)
        shown = await views.find(SOMEBODY, application.id)
        assert shown == view_of(application, clock.now())
        assert shown is not None
        assert shown.days_in_status == 2
        assert await views.find(SOMEBODY_ELSE, application.id) is None
        assert await views.find(SOMEBODY, new_id()) is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "Cedar birch Alder"),
        ({"statuses": (ApplicationStatus.SAVED, ApplicationStatus.INTERVIEW)}, "Cedar Alder"),
        ({"statuses": (ApplicationStatus.OFFER,)}, ""),
        ({"company": "NORTH"}, "Cedar Alder"),
        ({"company": "öl"}, "Cedar"),
        ({"company": "n%th"}, ""),
        ({"tag": "sea"}, "Alder"),
        ({"tag": "FAR"}, "Cedar Alder"),
        ({"tag": "fa"}, ""),
        ({"q": "ltd"}, "birch Alder"),
        ({"q": "LTD alder"}, "Alder"),
        ({"q": "50% f_r"}, "Alder"),
        ({"q": "5_%"}, ""),
        ({"q": "\\"}, ""),
        ({"updated_after": START}, "Cedar birch"),
        ({"updated_after": START, "company": "north", "q": "cedar", "tag": "far"}, "Cedar"),
        ({"archived": True}, ""),
    ],
)
async def test_filters_narrow_a_persons_own_list(
    garden: AsyncContainer, filters: dict[str, Any], expected: str
) -> None:
    assert await titles(garden, **filters) == expected.split()


async def test_archived_applications_are_a_list_of_their_own(garden: AsyncContainer) -> None:
    await add(garden, an_application(title="Put away", archived=True))
    assert await titles(garden, archived=True) == ["Put away"]
    assert "Put away" not in await titles(garden)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([Order("updated_at")], "Alder birch Cedar"),
        ([Order("title")], "Alder birch Cedar"),
        ([Order("title", descending=True)], "Cedar birch Alder"),
        ([Order("company")], "Alder Cedar birch"),
        ([Order("priority", descending=True)], "birch Alder Cedar"),
        ([Order("status", descending=True)], "Cedar birch Alder"),
        ([Order("applied_at")], "Cedar birch Alder"),
        ([Order("applied_at", descending=True)], "birch Cedar Alder"),
        ([Order("next_action_at"), Order("created_at")], "Cedar Alder birch"),
        ([Order("next_action_at", descending=True), Order("created_at", descending=True)], "Cedar birch Alder"),
    ],
)
async def test_lists_are_sorted_with_what_lacks_a_value_last(
    garden: AsyncContainer, order: Sequence[Order], expected: str
) -> None:
    assert await titles(garden, order=order) == expected.split()


@pytest.mark.parametrize("field", get_args(SortField))
async def test_every_sort_field_works(garden: AsyncContainer, field: SortField) -> None:
    assert len(await titles(garden, order=[Order(field)])) == 3


async def test_pages_follow_each_other_without_gap_or_overlap(container: AsyncContainer) -> None:
    await add(container, *(an_application(title=f"Job {n}") for n in range(7)))
    pages = [await titles(container, page=PageRequest(page, 3)) for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert [title for page in pages for title in page] == [f"Job {n}" for n in reversed(range(7))]
    async with container() as scope:
        views = await scope.get(ApplicationViews)
        found = await views.page(SOMEBODY, ApplicationFilters(), NEWEST_FIRST, PageRequest(4, 3))
    assert (found.total, found.total_pages, found.total_relation) == (7, 3, "eq")


async def test_the_pipeline_has_every_status_in_order_and_at_most_a_hundred_cards_each(
    container: AsyncContainer, clock: FixedClock
) -> None:
    many = [an_application(title=f"Job {n}", now=START + n * timedelta(minutes=1)) for n in range(103)]
    offer = an_application(status=ApplicationStatus.OFFER)
    await add(container, *many, offer, an_application(archived=True), an_application(user_id=SOMEBODY_ELSE))
    shown = await pipeline(container)
    assert [column.status for column in shown.columns] == list(ApplicationStatus)
    assert shown.total == 104
    saved, *_ = shown.columns
    assert saved.count == 103
    assert [card.title for card in saved.cards] == [f"Job {n}" for n in range(102, 2, -1)]
    assert {column.status: (column.count, column.cards) for column in shown.columns if column.cards} == {
        ApplicationStatus.SAVED: (103, saved.cards),
        ApplicationStatus.OFFER: (1, (card_of(offer, clock.now()),)),
    }


async def test_an_empty_pipeline_has_its_columns_too(container: AsyncContainer) -> None:
    shown = await pipeline(container)
    assert (len(shown.columns), shown.total) == (10, 0)


async def test_live_applications_are_found_by_job(container: AsyncContainer) -> None:
    mine, ended, theirs, unknown = (new_id() for _ in range(4))
    live = an_application(job_id=mine, archived=True)
    await add(
        container,
        live,
        an_application(job_id=mine, status=ApplicationStatus.REJECTED),
        an_application(job_id=ended, status=ApplicationStatus.REJECTED),
        an_application(job_id=theirs, user_id=SOMEBODY_ELSE),
        an_application(),
    )
    async with container() as scope:
        views = await scope.get(ApplicationViews)
        wanted: list[UUID] = [mine, ended, theirs, unknown]
        assert dict(await views.live_by_job(SOMEBODY, wanted)) == {mine: live.id}


async def test_a_timeline_comes_in_pages_in_the_order_of_recording(container: AsyncContainer) -> None:
    application = an_application()
    application.move(ApplicationStatus.APPLIED, START + HOUR, at=START - HOUR, note="by post")
    application.move(ApplicationStatus.WITHDRAWN, START + HOUR)
    application.reopen(START)
    await add(container, application)
    async with container() as scope:
        views = await scope.get(TimelineViews)
        first = await views.page(application.id, PageRequest(1, 3))
        second = await views.page(application.id, PageRequest(2, 3))
        assert (await views.page(new_id(), PageRequest())).items == ()
    assert first.total == 4
    assert [*first.items, *second.items] == [entry.show() for entry in application.entries]
