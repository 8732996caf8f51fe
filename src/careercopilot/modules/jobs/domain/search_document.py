"""What the search knows of a job: folded words by rank, and the facts that lists are filtered by."""

from dataclasses import dataclass

from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.search_text import MAX_INDEXED_CHARACTERS, fold

_SHORTEST_TERM, _LONGEST_TERM = 2, 40


@dataclass(frozen=True)
class SearchDocument:
    """Folded words: ``company`` holds the employer's name and the board's slug, ``places`` all locations."""

    title: str
    company: str
    department: str
    text: str
    places: str
    countries: tuple[str, ...]

    def terms(self) -> set[str]:
        """Return the words against which typing errors are matched: those of the title and the company."""
        words = f"{self.title} {self.company}".split()
        return {w for w in words if _SHORTEST_TERM <= len(w) <= _LONGEST_TERM and not w.isdigit()}


def search_document(posting: Posting, company: str, board: str, text: str) -> SearchDocument:
    """Return the search document of a posting."""
    countries = [place.country for place in posting.locations if place.country]
    return SearchDocument(
        title=fold(posting.title),
        company=fold(f"{company} {board}"),
        department=fold(posting.department or ""),
        text=fold(text[:MAX_INDEXED_CHARACTERS]),
        places=fold(" \n ".join(place.text for place in posting.locations)),
        countries=tuple(dict.fromkeys(c.casefold() for c in (*countries, *posting.remote_countries))),
    )
