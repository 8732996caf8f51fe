"""What a viewer sees of a job, and whose jobs."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import NotFound
from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.api.models import (
    CompanyView,
    JobStatus,
    JobSummary,
    JobView,
    Place,
    PostingView,
    Remote,
    ViewerState,
)
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob, UnhideJob
from careercopilot.modules.jobs.api.use_cases.jobs import FindJobs, ViewJob
from careercopilot.modules.jobs.api.use_cases.saved_jobs import MarkSaved
from careercopilot.modules.tracking.api.models import NewApplication
from careercopilot.modules.tracking.api.use_cases.applications import CreateApplication
from tests.support.job_catalogue import NOW, TODAY, CatalogueOf, Search, an_entry, paid, titles


async def _view(container: AsyncContainer, viewer: UUID, job_id: UUID) -> JobView:
    async with container() as scope:
        view_job: ViewJob = await scope.get(ViewJob)
        return await view_job(viewer, job_id)


async def test_a_job_is_shown_whole(catalogue: CatalogueOf, container: AsyncContainer, viewer: UUID) -> None:
    entry = an_entry(
        "Gardener",
        text="Tulips.",
        places=[Place("Berlin, Germany", "Berlin", None, "DE")],
        remote=Remote.HYBRID,
        remote_countries=("DE", "PL"),
        salary=paid(10, 20),
        seniority="senior",
        visa_sponsorship=True,
        company_url="https://green.example.org",
        apply_url="https://green.example.org/apply",
        language="en",
    )
    await catalogue.add(entry)

    job = await _view(container, viewer, entry.job_id)

    assert (job.id, job.title, job.description_text, job.description_html) == (
        entry.job_id, "Gardener", "Tulips.", "<p>Tulips.</p>",
    )  # fmt: skip
    assert job.company == CompanyView("Green Thumb", "https://green.example.org")
    assert job.locations == entry.posting.locations
    assert (job.remote, job.remote_countries) == (Remote.HYBRID, ("DE", "PL"))
    assert (job.salary, job.seniority, job.visa_sponsorship, job.language) == (paid(10, 20), "senior", True, "en")
    assert (job.posted_date, job.first_seen_at, job.last_seen_at) == (TODAY, NOW, NOW)
    assert (job.status, job.closed_at, job.reposted_from) == (JobStatus.OPEN, None, None)
    assert job.postings == (PostingView("ashby", entry.posting.external_id, entry.posting.url, NOW, NOW, None),)
    assert job.viewer == ViewerState()


async def test_a_list_shows_the_same_but_for_the_description(
    catalogue: CatalogueOf, container: AsyncContainer, search: Search, viewer: UUID
) -> None:
    entry = an_entry("Gardener", salary=paid(10, None))
    await catalogue.add(entry)

    [card] = (await search()).page.items
    whole = vars(await _view(container, viewer, entry.job_id))

    assert vars(card) == {name: value for name, value in whole.items() if not name.startswith("description")}


async def test_a_closed_job_can_still_be_read(catalogue: CatalogueOf, container: AsyncContainer, viewer: UUID) -> None:
    entry = an_entry()
    await catalogue.add(entry)
    await catalogue.close(entry)

    job = await _view(container, viewer, entry.job_id)

    assert (job.status, job.closed_at, job.last_seen_at) == (JobStatus.CLOSED, NOW + timedelta(days=1), NOW)


async def test_a_job_nobody_knows_is_not_found(container: AsyncContainer, viewer: UUID) -> None:
    with pytest.raises(NotFound):
        await _view(container, viewer, new_id())


async def test_a_job_entered_by_hand_is_its_owners_alone(
    catalogue: CatalogueOf, container: AsyncContainer, search: Search, viewer: UUID
) -> None:
    mine, theirs = an_entry("mine"), an_entry("theirs")
    await catalogue.add(mine, theirs)
    await catalogue.owned(mine.job_id, viewer)
    await catalogue.owned(theirs.job_id, new_id())

    found = await search(facets=("company",))

    assert (titles(found), found.page.total) == (["mine"], 1)
    assert found.facets is not None
    assert found.facets["company"][0].count == 1
    assert (await _view(container, viewer, mine.job_id)).title == "mine"
    with pytest.raises(NotFound):
        await _view(container, viewer, theirs.job_id)
    async with container() as scope:
        known = await (await scope.get(FindJobs))(viewer, [mine.job_id, theirs.job_id, new_id()])
        assert set(known) == {mine.job_id}
        with pytest.raises(NotFound):
            await (await scope.get(HideJob))(viewer, theirs.job_id)
        with pytest.raises(NotFound):
            await (await scope.get(MarkSaved))(viewer, theirs.job_id)


async def test_others_look_jobs_up_in_short(catalogue: CatalogueOf, container: AsyncContainer, viewer: UUID) -> None:
    open_one, closed = an_entry("open"), an_entry("closed")
    await catalogue.add(open_one, closed)
    await catalogue.close(closed)

    async with container() as scope:
        find_jobs = await scope.get(FindJobs)
        known = await find_jobs(viewer, [open_one.job_id, closed.job_id])
        assert await find_jobs(viewer, []) == {}

    summary = JobSummary(open_one.job_id, "open", "Green Thumb", open_one.posting.url, "ashby", JobStatus.OPEN)
    assert known == {
        open_one.job_id: summary,
        closed.job_id: replace(
            summary, id=closed.job_id, title="closed", url=closed.posting.url, status=JobStatus.CLOSED
        ),
    }


async def test_a_hidden_job_is_left_out_until_it_is_asked_for(
    catalogue: CatalogueOf, container: AsyncContainer, search: Search, viewer: UUID
) -> None:
    entry, other = an_entry("hidden"), an_entry("shown")
    await catalogue.add(entry, other)
    async with container() as scope:
        hide, unhide = await scope.get(HideJob), await scope.get(UnhideJob)
        await hide(viewer, entry.job_id)
        await hide(viewer, entry.job_id)

        assert titles(await search()) == ["shown"]
        assert (await search()).page.total == 1
        assert set(titles(await search(by=new_id()))) == {"hidden", "shown"}
        cards = (await search(include_hidden=True)).page.items
        assert {card.title: card.viewer.hidden for card in cards} == {"hidden": True, "shown": False}
        assert (await _view(container, viewer, entry.job_id)).viewer.hidden

        await unhide(viewer, entry.job_id)
        await unhide(viewer, entry.job_id)
        assert set(titles(await search())) == {"hidden", "shown"}
        with pytest.raises(NotFound):
            await hide(viewer, new_id())


async def test_a_viewer_sees_what_they_saved_and_applied_for(
    catalogue: CatalogueOf, container: AsyncContainer, search: Search, viewer: UUID
) -> None:
    entry = an_entry("wanted")
    await catalogue.add(entry, an_entry("other"))
    async with container() as scope:
        application = await (await scope.get(CreateApplication))(viewer, NewApplication(job_id=entry.job_id))
    async with container() as scope:
        await (await scope.get(MarkSaved))(viewer, entry.job_id)

    cards = {card.title: card.viewer for card in (await search()).page.items}

    assert cards == {"wanted": ViewerState(saved=True, application_id=application.id), "other": ViewerState()}
    assert (await _view(container, viewer, entry.job_id)).viewer == cards["wanted"]
    assert (await search(by=new_id())).page.items[0].viewer == ViewerState()
