"""Searching for jobs by the words of another one's title."""

import re
from typing import Final

from careercopilot.modules.jobs.domain.search_text import SearchQuery, Term, fold

MOST_SEARCHES: Final = 4
_MOST_WORDS = 6
_BETWEEN_PARTS = re.compile(r"[,;:|()\[\]–—]|\s[-/]\s")  # noqa: RUF001 - dashes that titles hold

# What says how senior, where or for whom, but not what the work is.
_BESIDE_THE_POINT = (
    "a an and at for from in of on or the to with m w d f x h gn all genders und fur der die das et de la y "
    "senior sr junior jr mid lead principal staff head intern internship i ii iii iv v "
    "remote hybrid onsite full part time contract temporary"
)
_NOT_THE_WORK = frozenset(_BESIDE_THE_POINT.split())


def title_searches(title: str) -> tuple[SearchQuery, ...]:
    """Return what to search for, from all telling words of the title down to the last: the work itself comes last.

    The first part of a title that has two telling words names the work ("Senior Data Engineer, Payments").
    """
    parts = [_telling(part) for part in _BETWEEN_PARTS.split(title)]
    whole = [word for part in parts for word in part]
    core = next((part for part in parts if len(part) > 1), whole)
    steps = [whole[:_MOST_WORDS], *(core[start:] for start in range(len(core)))]
    words = [tuple(dict.fromkeys(step)) for step in steps if step]
    chosen = list(dict.fromkeys(words))
    if len(chosen) > MOST_SEARCHES:
        chosen = [*chosen[: MOST_SEARCHES - 1], chosen[-1]]
    return tuple(SearchQuery(tuple(Term((word,)) for word in step)) for step in chosen)


def _telling(part: str) -> list[str]:
    return [word for word in fold(part).split() if word not in _NOT_THE_WORK]
