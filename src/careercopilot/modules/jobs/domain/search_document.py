"""What the search knows of a job: folded words by rank, and the facts that lists are filtered by."""

from dataclasses import dataclass

from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.search_text import MAX_INDEXED_CHARACTERS, fold

_SHORTEST_TERM, _LONGEST_TERM = 2, 40
_WORDS_REMEMBERED = 65_536
_LONGEST_REMEMBERED = 24


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
        text=fold_at_length(text[:MAX_INDEXED_CHARACTERS]),
        places=fold(" \n ".join(place.text for place in posting.locations)),
        countries=tuple(dict.fromkeys(c.casefold() for c in (*countries, *posting.remote_countries))),
    )


class _FoldedWords(dict[str, str]):
    """Words as they are written, and folded; it begins anew when it has grown too large."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) >= _WORDS_REMEMBERED:
                self.clear()
            self[word] = folded
        return folded


_folded_words = _FoldedWords()


def fold_at_length(text: str) -> str:
    """Return what ``fold`` returns, word by word: descriptions repeat their words, so most are remembered."""
    return " ".join(filter(None, map(_folded_words.__getitem__, text.split())))
