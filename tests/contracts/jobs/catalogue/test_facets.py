"""Facets of what a search found."""

from careercopilot.modules.jobs.api.job_lists import FacetValue
from careercopilot.modules.jobs.api.models import EmploymentType, Place, Remote
from careercopilot.modules.jobs.domain.facets import FACET_VALUES, FACETS
from tests.support.job_catalogue import CatalogueOf, Search, an_entry

PLACES = [Place("Berlin", "Berlin", None, "DE"), Place("Bonn", "Bonn", None, "DE")]


async def test_facets_are_there_when_they_are_asked_for(search: Search) -> None:
    assert (await search()).facets is None
    assert (await search(facets=("remote",))).facets == {"remote": ()}


async def test_every_facet_counts_jobs(catalogue: CatalogueOf, search: Search) -> None:
    one = an_entry("one", company="A", remote=Remote.REMOTE, places=PLACES, seniority="senior")
    two = an_entry("two", company="B", places=PLACES[:1], employment_type=EmploymentType.CONTRACT)
    await catalogue.add(one, two)
    await catalogue.add(an_entry("three", company="B"), source="lever", board="b")
    await catalogue.skilled(one.job_id, "sql", "python")

    assert (await search(facets=FACETS)).facets == {
        "company": (FacetValue("B", 2), FacetValue("A", 1)),
        "location": (FacetValue("Berlin", 2), FacetValue("Bonn", 1)),
        "remote": (FacetValue("unknown", 2), FacetValue("remote", 1)),
        "employment_type": (FacetValue("unknown", 2), FacetValue("contract", 1)),
        "seniority": (FacetValue("senior", 1),),
        "source": (FacetValue("ashby", 2), FacetValue("lever", 1)),
        "country": (FacetValue("DE", 2),),
        "skills": (FacetValue("python", 1), FacetValue("sql", 1)),
    }


async def test_facets_count_what_passes_the_filters(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(an_entry("tulip", remote=Remote.HYBRID), an_entry("rose", remote=Remote.ONSITE))

    assert (await search(q="tulip", facets=("remote",))).facets == {"remote": (FacetValue("hybrid", 1),)}


async def test_a_facet_has_a_bounded_number_of_values(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(*(an_entry(company=f"c{n:02}") for n in range(FACET_VALUES + 5)))

    facets = (await search(facets=("company",))).facets

    assert facets is not None
    assert [value.value for value in facets["company"]] == [f"c{n:02}" for n in range(FACET_VALUES)]
