"""Facets are counted once for all pages of a list, and again as soon as something else is found."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from careercopilot.adapters.in_process.cache import InProcessCache
from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.api.job_lists import FacetValue
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.handlers.facet_counting import FacetCounting
from careercopilot.modules.jobs.ports.job_views import FoundJobs, JobViews
from tests.support.clock import FixedClock

ROBIN, KIM = new_id(), new_id()
ALL, SOME = JobFilters(), JobFilters(q="tulip")
FOUND = FoundJobs(cards=(), total=3, next=None)
COUNTED = {"remote": (FacetValue("hybrid", 2), FacetValue("Łódź", 1)), "company": ()}


class Counted(JobViews):
    def __init__(self) -> None:
        self.times = 0

    async def facets(self, *_: object) -> Mapping[str, tuple[FacetValue, ...]]:
        self.times += 1
        return COUNTED


@pytest.fixture
def jobs() -> Counted:
    return Counted()  # type: ignore[abstract] # only facets are asked for


@pytest.fixture
def counting(jobs: Counted, clock: FixedClock) -> FacetCounting:
    return FacetCounting(jobs, InProcessCache(clock))


async def test_the_second_page_gets_the_counts_of_the_first(counting: FacetCounting, jobs: Counted) -> None:
    answers = [await counting.count(ROBIN, ALL, ("remote", "company"), FOUND) for _ in range(3)]
    assert answers == [COUNTED] * 3
    assert jobs.times == 1


async def test_another_person_search_facet_or_number_is_counted_anew(counting: FacetCounting, jobs: Counted) -> None:
    await counting.count(ROBIN, ALL, ("remote",), FOUND)
    await counting.count(KIM, ALL, ("remote",), FOUND)
    await counting.count(ROBIN, SOME, ("remote",), FOUND)
    await counting.count(ROBIN, ALL, ("company",), FOUND)
    await counting.count(ROBIN, ALL, ("remote",), replace(FOUND, total=4))
    await counting.count(ROBIN, ALL, ("remote",), replace(FOUND, unknown_counts={"salary_min": 1}))
    assert jobs.times == 6


async def test_after_a_few_seconds_it_is_counted_anew(
    counting: FacetCounting, jobs: Counted, clock: FixedClock
) -> None:
    await counting.count(ROBIN, ALL, ("remote",), FOUND)
    clock.advance(timedelta(seconds=11))
    await counting.count(ROBIN, ALL, ("remote",), FOUND)
    assert jobs.times == 2
