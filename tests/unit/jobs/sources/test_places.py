"""Places as sources write them."""

import pytest

from careercopilot.modules.jobs.api.models import Place
from careercopilot.modules.jobs.domain.places import read_places, remote_countries, stated_place


@pytest.mark.parametrize(
    ("text", "city", "region", "country"),
    [
        ("London, UK", "London", None, "GB"),
        ("London, ON", "London", "Ontario", "CA"),
        ("Portland, OR", "Portland", "Oregon", "US"),
        ("Atlanta, Georgia", "Atlanta", "Georgia", "US"),
        ("Berlin, Berlin, Germany", "Berlin", "Berlin", "DE"),
        ("New York, New York, United States", "New York", "New York", "US"),
        ("Hybrid - London", "London", None, "GB"),
        ("San Francisco-Hybrid", "San Francisco", None, "US"),
        ("Tel Aviv - IL", "Tel Aviv", None, "IL"),
        ("Denver, CO - US", "Denver", "Colorado", "US"),
        ("France, Paris", "Paris", None, "FR"),
        ("United States- Chicago, Illinois", "Chicago", "Illinois", "US"),
        ("Warszawa, Mazowieckie, Polska", "Warszawa", "Mazowieckie", "PL"),
        ("Toronto Canada", "Toronto", None, "CA"),
        ("Washington, D.C.", "Washington", "D.C.", "US"),
        ("San Jose, CA 95126", "San Jose", "California", "US"),
        ("Singapore", "Singapore", None, "SG"),
        ("NYC Office", "New York City", None, "US"),
        ("California", None, "California", "US"),
        ("Deutschland", None, None, "DE"),
        ("Remote - Georgia", None, None, None),
        ("CA", None, None, None),
        ("EMEA", None, None, None),
        ("We want to stay in touch!", None, None, None),
    ],
)
def test_a_place_is_read_in_parts(text: str, city: str | None, region: str | None, country: str | None) -> None:
    assert read_places(text) == (Place(text, city, region, country),)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("London, UK; Remote - US", ["London, UK", "Remote - US"]),
        ("NYC | Remote", ["NYC"]),
        ("Singapore OR Sydney", ["Singapore", "Sydney"]),
        ("San Francisco, Los Angeles, New York or Miami", ["San Francisco", "Los Angeles", "New York", "Miami"]),
        ("San Francisco, CA and Fremont, CA", ["San Francisco, CA", "Fremont, CA"]),
        ("Remote", ["Remote"]),
        (" \x00 ", []),
        ("", []),
        (None, []),
    ],
)
def test_several_places_in_one_text_are_told_apart(text: str | None, texts: list[str]) -> None:
    assert [place.text for place in read_places(text)] == texts


def test_parts_that_the_source_states_win_over_those_in_the_text() -> None:
    place = stated_place("Springfield", "Springfield", "", "USA")

    assert place == Place("Springfield", "Springfield", None, "US")


def test_a_stated_country_that_contradicts_the_text_keeps_the_citys_guess_out() -> None:
    assert stated_place("London", None, None, "Canada") == Place("London", None, None, "CA")


def test_a_city_that_says_how_instead_of_where_is_no_city() -> None:
    assert stated_place("Remote", "Remote", None, "United States") == Place("Remote", None, None, "US")


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Remote - US & Canada", ("US", "CA")),
        ("Remote-India/Pakistan", ("IN", "PK")),
        ("Remote - Utah", ("US",)),
        ("Remote Singapore", ("SG",)),
        ("Berlin, Germany", ()),
        ("Remote", ()),
    ],
)
def test_remote_work_is_limited_to_the_countries_named_without_a_city(text: str, countries: tuple[str, ...]) -> None:
    assert remote_countries(read_places(text)) == countries
