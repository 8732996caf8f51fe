"""A saved search finds what the list with the same filters shows."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.api.models import EmploymentType, Place, Remote
from careercopilot.modules.jobs.api.use_cases.jobs import ListJobs
from tests.support.alerts import Alerts
from tests.support.job_catalogue import TODAY, an_entry, paid

BERLIN, LODZ = Place("Berlin, Germany", "Berlin", None, "DE"), Place("Łódź", "Łódź", None, "PL")
ASKED: list[dict[str, Any]] = [
    {"q": "gardener"},
    {"q": '"head gardener" -night'},
    {"q": "c++ engineering"},
    {"company": ("nobody", "acme")},
    {"location": ("łódź", "remote")},
    {"country": ("DE", "PL")},
    {"remote": ("remote", "hybrid")},
    {"employment_type": ("part_time",)},
    {"seniority": ("senior",)},
    {"salary_min": 50_000},
    {"salary_min": 50_000, "currency": ("EUR",), "include_unknown": True},
    {"skills": ("python",)},
    {"visa_sponsorship": True},
    {"visa_sponsorship": False, "include_unknown": True},
    {"source": ("ashby",)},
    {"posted_after": TODAY - timedelta(days=2)},
    {"q": "gardener", "country": ("DE",), "remote": ("onsite",), "include_unknown": True},
]


@pytest.mark.parametrize("asked", ASKED, ids=str)
async def test_it_finds_what_the_list_shows(alerts: Alerts, viewer: UUID, asked: dict[str, Any]) -> None:
    await alerts.save(viewer, **asked)
    jobs = await alerts.arrive(
        an_entry("Head Gardener", places=[BERLIN], remote=Remote.ONSITE, salary=paid(40_000, 60_000)),
        an_entry("Gardeners, night shift", places=[LODZ], remote=Remote.HYBRID, days_ago=1, visa_sponsorship=True),
        an_entry("C++ Engineer", company="ACME", remote=Remote.REMOTE, days_ago=2, seniority="senior", places=[LODZ]),
        an_entry("Cook", days_ago=3, employment_type=EmploymentType.PART_TIME, visa_sponsorship=False),
        an_entry("Waiter", days_ago=4, salary=paid(70_000, None, "USD"), places=[BERLIN, LODZ]),
    )
    await alerts.arrive(an_entry("Gardener", days_ago=9), source="lever", board="other")
    await alerts.catalogue.skilled(jobs[2], "python", "sql")

    told = await alerts.heard()

    async with alerts.container() as scope:
        list_jobs: ListJobs = await scope.get(ListJobs)
        listed = await list_jobs(viewer, JobQuery(**asked, sort=("-posted_date",)), PageRequest())
    assert 0 < listed.page.total < 6
    assert [event.job_ids for event in told] == [tuple(card.id for card in listed.page.items)]
    assert told[0].total == listed.page.total
