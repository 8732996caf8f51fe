"""Which of the likest jobs are shown, and by which words they are found without vectors."""

from datetime import UTC, datetime

import pytest

from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.api.models import (
    CompanyView,
    EmploymentType,
    GhostRisk,
    JobCard,
    JobStatus,
    Remote,
    ViewerState,
)
from careercopilot.modules.jobs.domain.likeness import varied
from careercopilot.modules.jobs.domain.title_searches import MOST_SEARCHES, title_searches

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def a_card(title: str, company: str) -> JobCard:
    return JobCard(
        id=new_id(),
        title=title,
        company=CompanyView(company),
        locations=(),
        remote=Remote.UNKNOWN,
        remote_countries=(),
        employment_type=EmploymentType.UNKNOWN,
        seniority=None,
        salary=None,
        visa_sponsorship=None,
        skills=(),
        language=None,
        url="https://jobs.example.org/1",
        apply_url=None,
        posted_date=None,
        first_seen_at=NOW,
        last_seen_at=NOW,
        closed_at=None,
        status=JobStatus.OPEN,
        reposted_from=None,
        ghost_risk=GhostRisk("unknown"),
        postings=(),
        viewer=ViewerState(),
    )


def shown(limit: int, *found: tuple[str, str]) -> list[tuple[str, str]]:
    cards = varied([a_card(*one) for one in found], limit)
    return [(card.title, card.company.name) for card in cards]


def test_an_opening_in_many_places_is_shown_once() -> None:
    assert shown(5, ("Baker", "Loaf"), ("BAKER ", "Loaf"), ("Baker", "Bun")) == [("Baker", "Loaf"), ("Baker", "Bun")]


def test_an_employer_with_many_openings_lets_others_have_their_say() -> None:
    many = [(f"Baker {number}", "Loaf") for number in range(6)]
    assert shown(5, *many, ("Baker", "Bun")) == [*many[:3], ("Baker", "Bun"), many[3]]


def test_no_more_are_shown_than_asked_for() -> None:
    assert len(shown(2, ("Baker", "A"), ("Baker", "B"), ("Baker", "C"))) == 2


@pytest.mark.parametrize(
    ("title", "searches"),
    [
        ("Baker", ["baker"]),
        ("Senior Data Engineer, Payments", ["data engineer payments", "data engineer", "engineer"]),
        ("Night Shift Nurse (m/w/d)", ["night shift nurse", "shift nurse", "nurse"]),
        ("Remote - Senior Full-Stack Engineer (.NET)", ["stack engineer dotnet", "stack engineer", "engineer"]),
        ("Ward - Nurse", ["ward nurse", "nurse"]),
        ("Senior (m/w/d)", []),
        ("", []),
    ],
)
def test_fewer_and_fewer_words_of_a_title_are_searched_for(title: str, searches: list[str]) -> None:
    found = [" ".join(word for term in search.wanted for word in term.words) for search in title_searches(title)]
    assert found == searches


def test_a_long_title_takes_few_searches() -> None:
    found = title_searches("Regional Deputy Night Shift Warehouse Forklift Maintenance Technician Apprentice")
    assert len(found) == MOST_SEARCHES
    assert len(found[-1].wanted) == 1
