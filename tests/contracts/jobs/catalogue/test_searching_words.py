"""What a search for words finds, and in which order."""

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.job_lists import Correction
from tests.support.job_catalogue import CatalogueOf, Search, an_entry, titles


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("gardener", {"Gardener", "Head Gardener"}),
        ("GARDENERS", {"Gardener", "Head Gardener"}),
        ("gardening tulips", {"Gardener"}),
        ('"grows tulips"', {"Gardener"}),
        ('"tulips grows"', set()),
        ("gardener -head", {"Gardener"}),
        ('gardener -"grow tulips"', {"Head Gardener"}),
        ("-gardener", {"Señor C++ Developer"}),
        ("c++", {"Señor C++ Developer"}),
        ("senor", {"Señor C++ Developer"}),
        ("python3", {"Señor C++ Developer"}),
        ("greenthumb", {"Gardener", "Head Gardener"}),
        ("node.js", {"Señor C++ Developer"}),
        ("node -js", set()),
    ],
)
async def test_words_find_jobs(catalogue: CatalogueOf, search: Search, q: str, found: set[str]) -> None:
    await catalogue.add(
        an_entry("Gardener", text="Who gardens here grows tulips."),
        an_entry("Head Gardener", text="Leads those who grow roses."),
        an_entry("Señor C++ Developer", company="Bits", board="bits", text="Python3 and Node.js are welcome"),
    )

    assert set(titles(await search(q=q))) == found


async def test_a_word_in_the_title_counts_more_than_one_in_the_text(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(
        an_entry("Baker", text="Sells tulips sometimes.", days_ago=0),
        an_entry("Tulip grower", company="Blooms", board="blooms", days_ago=9),
        an_entry("Driver", company="Tulip Transport", board="tt", days_ago=5),
    )

    found = await search(q="tulip")

    assert titles(found) == ["Tulip grower", "Driver", "Baker"]


async def test_equally_good_jobs_come_by_date(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(
        an_entry("Tulip a", days_ago=3), an_entry("Tulip b", days_ago=1), an_entry("Tulip c", days_ago=2)
    )

    assert titles(await search(q="tulip")) == ["Tulip b", "Tulip c", "Tulip a"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gardenr", "gardener"), ("pyhton", "python"), ("electrcian", "electrician"), ("accuontant", "accountant")],
)
async def test_a_mistyped_word_is_corrected(catalogue: CatalogueOf, search: Search, typed: str, meant: str) -> None:
    await catalogue.add(
        *(an_entry(t) for t in ("Gardener", "Python Engineer", "Electrician", "Accountant", "Pylon Painter"))
    )

    found = await search(q=typed)

    assert found.corrections == (Correction(typed, meant),)
    assert len(titles(found)) == 1
    assert meant in titles(found)[0].lower()
    assert found.filters["q"] == typed


async def test_a_word_that_stands_somewhere_is_not_corrected(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(an_entry("Gardener"), an_entry("Baker", text="A gardenr is a typing error."))

    found = await search(q="gardenr")

    assert (titles(found), found.corrections) == (["Baker"], ())


async def test_nothing_alike_is_corrected_to_nothing(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(an_entry("Gardener"))

    found = await search(q="zymurgist")

    assert (titles(found), found.corrections, found.page.total) == ([], (), 0)


async def test_words_are_corrected_one_by_one(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(an_entry("Senior Gardener"))

    found = await search(q="senior gardner -baker")

    assert (titles(found), found.corrections) == (["Senior Gardener"], (Correction("gardner", "gardener"),))


async def test_a_query_without_a_word_is_refused(search: Search) -> None:
    with pytest.raises(InvalidInput, match="no word"):
        await search(q="***")


async def test_white_space_asks_for_nothing(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(an_entry("Gardener"))

    found = await search(q="  ")

    assert (titles(found), found.filters) == (["Gardener"], {"status": ["open"]})
