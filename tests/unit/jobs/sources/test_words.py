"""Moments, terms, seniority, arrangements and names in the sources' words."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.domain.company_names import readable_slug
from careercopilot.modules.jobs.domain.employment import employment_in_title, employment_type
from careercopilot.modules.jobs.domain.moments import posted_moment
from careercopilot.modules.jobs.domain.remote_words import arrangement, arrangement_in_title
from careercopilot.modules.jobs.domain.seniority import SENIORITIES, seniority_in_title
from careercopilot.modules.jobs.domain.web_addresses import web_url
from careercopilot.modules.jobs.domain.wording import description, language, title

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (1771408800000, datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        (1771408800, datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        ("1771408800", datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        ("2026-02-18T10:00:00.250+00:00", datetime(2026, 2, 18, 10, 0, 0, 250000, tzinfo=UTC)),
        ("2026-02-18T05:00:00-05:00", datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        ("2026-02-18T10:00:00Z", datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        ("2026-02-18 10:00:00 UTC", datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        ("2026-02-18T10:00:00", datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        ("2026-02-18", datetime(2026, 2, 18, tzinfo=UTC)),
        ("Wed, 18 Feb 2026 10:00:00 +0000", datetime(2026, 2, 18, 10, 0, tzinfo=UTC)),
        (NOW + timedelta(days=1), None),
        ((NOW + timedelta(days=3)).isoformat(), None),
        ((NOW + timedelta(days=1)).isoformat(), NOW + timedelta(days=1)),
        ("1970-01-01T00:00:00Z", None),
        ("Posted 3 Days Ago", None),
        ("", None),
        (True, None),
        (10**40, None),
        (float("nan"), None),
        (None, None),
    ],
)
def test_a_moment_is_read_in_utc_or_not_at_all(value: object, moment: datetime | None) -> None:
    assert posted_moment(value, NOW) == moment


@given(st.text() | st.floats() | st.integers() | st.none())
def test_no_moment_breaks_the_reading(value: object) -> None:
    found = posted_moment(value, NOW)

    assert found is None or found <= NOW + timedelta(days=2)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("FullTime", "full_time"),
        ("Part-time", "part_time"),
        ("Permanent", "full_time"),
        ("Permanent part-time", "part_time"),
        ("Short Term", "temporary"),
        ("Contract", "contract"),
        ("Intern", "internship"),
        ("Vollzeit, unbefristet", "full_time"),
        ("befristet", "temporary"),
        ("CDD", "temporary"),
        ("Umowa zlecenie", "contract"),
        ("Volunteer", "volunteer"),
        ("International", "unknown"),
        (None, "unknown"),
    ],
)
def test_terms_are_known_by_their_words(words: str | None, terms: str) -> None:
    assert employment_type(words) == terms


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Data Science Intern", "internship"),
        ("Recruiter (6-month Contract)", "contract"),
        ("Contract Manager", "unknown"),
        ("Internal Auditor", "unknown"),
        ("Pflegefachkraft in Teilzeit", "part_time"),
    ],
)
def test_a_title_tells_terms_only_plainly(words: str, terms: str) -> None:
    assert employment_in_title(words) == terms


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Senior Nurse", "senior"),
        ("Sr. Accountant", "senior"),
        ("Staff Software Engineer", "staff"),
        ("Staff Nurse", None),
        ("Chief Financial Officer", "executive"),
        ("Vice President, Sales", "executive"),
        ("Head of Design", "director"),
        ("Junior Electrician", "junior"),
        ("Software Engineer II", "mid"),
        ("Warehouse Team Lead", "lead"),
        ("Internal Auditor", None),
        ("Teacher", None),
    ],
)
def test_seniority_is_what_the_title_says(words: str, level: str | None) -> None:
    assert seniority_in_title(words) == level
    assert level is None or level in SENIORITIES


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Remote - US", "remote"),
        ("San Francisco-Hybrid", "hybrid"),
        ("U.S. Hybrid/Remote", "hybrid"),
        ("OnSite", "onsite"),
        ("on-site", "onsite"),
        ("Home based - Worldwide", "remote"),
        ("Telearbeit", "unknown"),
        ("Berlin", "unknown"),
        (None, "unknown"),
    ],
)
def test_an_arrangement_is_known_by_its_words(words: str | None, where: str) -> None:
    assert arrangement(words) == where


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Nurse (Remote)", "remote"),
        ("Account Executive - Remote, US", "remote"),
        ("Remote Sensing Engineer", "unknown"),
        ("Engineer, Remote Sensing", "unknown"),
        ("Hybrid Cloud Engineer", "unknown"),
        ("Developer | Hybrid", "hybrid"),
    ],
)
def test_a_title_tells_the_arrangement_only_where_it_sets_it_apart(words: str, where: str) -> None:
    assert arrangement_in_title(words) == where


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("acme-robotics", "Acme Robotics"),
        ("OpenAI", "OpenAI"),
        ("acme_data-lab", "Acme Data Lab"),
        ("caf%C3%A9%20noir", "Café Noir"),
        ("cal.com", "Cal.com"),
        ("-", "-"),
    ],
)
def test_a_slug_becomes_readable(slug: str, name: str) -> None:
    assert readable_slug(slug) == name


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://jobs.example/1?a=b", True),
        ("http://jobs.example", True),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("//jobs.example/1", False),
        ("https://jobs.example/a b", False),
        ("https://[broken", False),
        ("https://jobs.example/" + "x" * 2000, False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_are_kept(text: str | None, kept: bool) -> None:  # noqa: FBT001
    assert (web_url(text) is not None) is kept


def test_titles_are_trimmed_and_cut_but_otherwise_the_sources_own() -> None:
    assert title("  Nurse \x00 (m/f/d)\n") == "Nurse  (m/f/d)"
    assert title(" \x00 ") is None
    assert title("x" * 301) == "x" * 299 + "…"


def test_descriptions_are_cut_at_a_million_characters() -> None:
    assert len(description("y" * 1_000_001)) == 1_000_000


def test_a_language_is_two_letters() -> None:
    assert [language(tag) for tag in ("en", "en-US", "pt_BR", "english", None)] == ["en", "en", "pt", None, None]
