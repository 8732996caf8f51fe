"""Vectors of jobs, by feature hashing.

Each word, and each pair of neighbouring words, adds its weight to one of 384 places, with a sign; place and sign are
taken from a hash, so that no vocabulary has to be kept and collisions cancel out on average: K. Weinberger,
A. Dasgupta, J. Langford, A. Smola, J. Attenberg, "Feature Hashing for Large Scale Multitask Learning" (ICML 2009). A
word that is repeated counts with the logarithm of its number (sublinear term frequency).

Title and description are brought to length 1 each before they are added, the title counting more: descriptions of one
employer repeat each other in what they say of the employer, while the title names the work.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from zlib import crc32

from careercopilot.adapters.hashed import word_weights
from careercopilot.modules.jobs.domain.likeness import JobWords, Vector
from careercopilot.modules.jobs.domain.search_document import fold_at_length
from careercopilot.modules.jobs.domain.search_text import fold

_DIMENSION = 384
_TITLE, _PAIR = 1.2, 0.5
_MASK = 0xFFFFFFFF
_WORDS_REMEMBERED = 32_768

_Hashed = tuple[int, float]


class HashedEmbedder:
    """Likeness by shared words. It knows no synonyms and no other language, and needs nothing and nobody."""

    name = f"hashed-v1-{_DIMENSION}"
    # Looked up in pairs of real openings: above it, one sees why they are together.
    least_likeness = 0.4

    def embed(self, jobs: Sequence[JobWords]) -> Sequence[Vector]:
        return [_vector(job) for job in jobs]


def _vector(job: JobWords) -> Vector:
    title = _unit(_placed(map(_of_title, fold(job.title).split())))
    text = _unit(_placed(map(_of_text, fold_at_length(job.text).split())))
    return _unit([_TITLE * a + b for a, b in zip(title, text, strict=True)])


def _placed(words: Iterable[_Hashed]) -> list[float]:
    """Add up what words and pairs of them weigh, each in its place."""
    places = [0.0] * _DIMENSION
    telling = [word for word in words if word[1]]
    pairs = Counter(pairwise(telling))
    for (hashed, weight), times in Counter(telling).items():
        _add(places, hashed, weight, times)
    for ((one, weight), (other, other_weight)), times in pairs.items():
        _add(places, _mixed(one, other), _PAIR * min(weight, other_weight), times)
    return places


def _add(places: list[float], hashed: int, weight: float, times: int) -> None:
    worth = weight if times == 1 else weight * (1.0 + log(times))
    places[(hashed >> 1) % _DIMENSION] += worth if hashed & 1 else -worth


def _mixed(one: int, other: int) -> int:
    """Return a hash of two hashes in this order; multiplied and folded, since a CRC of neighbours is too regular."""
    mixed = ((one * 0x9E3779B1) ^ (other * 0x85EBCA6B)) & _MASK
    return ((mixed ^ (mixed >> 15)) * 0xC2B2AE35 & _MASK) >> 3


def _unit(places: Sequence[float]) -> list[float]:
    length = sqrt(sum(place * place for place in places))
    return [place / length for place in places] if length else list(places)


def _hashing(weight: Callable[[str], float]) -> Callable[[str], _Hashed]:
    return lru_cache(maxsize=_WORDS_REMEMBERED)(lambda word: (crc32(word.encode()), weight(word)))


_of_title = _hashing(word_weights.of_title)
_of_text = _hashing(word_weights.of_text)
