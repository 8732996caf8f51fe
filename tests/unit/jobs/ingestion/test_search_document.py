"""What the search knows of a job."""

from hypothesis import given
from hypothesis import strategies as st

from careercopilot.modules.jobs.api.models import Place
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.search_document import SearchDocument, fold_at_length, search_document
from careercopilot.modules.jobs.domain.search_text import fold


def document_of(**facts: object) -> SearchDocument:
    given = {"external_id": "1", "title": "Senior C++ Développeur", "url": "https://x.example", **facts}
    return search_document(Posting(**given), "Acme Robotics", "acme-robotics", "Build <robots>")  # type: ignore[arg-type]


def test_words_are_folded_and_the_slug_finds_the_company() -> None:
    document = document_of(department="R&D")
    assert document.title == "senior cplusplus developpeur"
    assert document.company == "acme robotics acme robotics"
    assert document.department == "r d"
    assert document.text == "build robots"


def test_all_places_are_words_and_all_countries_are_named_once() -> None:
    places = (Place("Köln, Germany", country="Germany"), Place("Bonn, Germany", country="germany"))
    document = document_of(locations=places, remote_countries=("AT",))
    assert document.places == "koln germany bonn germany"
    assert document.countries == ("germany", "at")


def test_terms_are_words_of_title_and_company_without_numbers_and_oddities() -> None:
    document = document_of(title="A 2024 Welder " + "x" * 41)
    assert document.terms() == {"welder", "acme", "robotics"}


@given(st.text() | st.text(alphabet="aA1 .+#\u00e9\u00df\u2019\u00a8\u0301\ufb01-_\n\tc", max_size=60))
def test_long_texts_are_folded_as_short_ones_are(text: str) -> None:
    assert fold_at_length(text) == fold(text)
