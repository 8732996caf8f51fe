"""The statements of lists: put together once, words and values never part of them."""

from hypothesis import given
from hypothesis import strategies as st

from careercopilot.adapters.postgres.jobs.search_conditions import LACKS, PASSES, conditions, values
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.domain.job_filters import LACKABLE, JobFilters, read_filters
from careercopilot.modules.jobs.domain.search_text import parse_query


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_words_reach_the_server_as_words_alone(text: str) -> None:
    query = values(JobFilters(q=text, search=parse_query(text)))["q"]

    assert all(c.isalnum() or c in " '&!" for c in str(query))


def test_every_field_that_jobs_may_lack_has_its_test() -> None:
    assert set(LACKS) == set(LACKABLE) <= set(PASSES)


def test_filters_become_conditions_and_their_values() -> None:
    filters = read_filters(JobQuery(q='a "b c" -d', location=("Berlin, Germany", "Bonn"), country=("de",)), ())

    assert conditions(filters) == ("q", "location", "country", "open")
    assert values(filters) == {
        "q": "'a' & 'b c' & !'d'",
        "location": "('berlin' & 'germany') | ('bonn')",
        "country": ["de"],
    }
