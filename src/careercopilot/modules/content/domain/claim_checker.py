"""Checking a sentence against the facts that it cites: what stands in none of them is not supported.

A checker of words, not of meaning. It knows those words in which an invention shows itself (numbers, names, skills,
degrees, experience, superlatives, feelings), asks that every one of them stands in a cited fact, and that the cited
facts are to be found in the sentence at all. A posting's requirements never count for what the applicant can do.
"""

import re
from collections.abc import Iterator, Sequence

from careercopilot.modules.content.api.models import Claim, Evidence
from careercopilot.modules.content.domain import claim_words as words
from careercopilot.modules.content.domain.letter import Line
from careercopilot.modules.content.domain.letter_answer import Drafted

_QUOTED = re.compile(r"[“„\"«»]([^“”„\"«»]+)[”“\"»«]")
_TOKEN = re.compile(r"[^\s,;()\[\]“”„\"«»]+")
_OUTER = "!?.:…'\u2018\u2019*_`\u2013\u2014-"
_MARKS = re.compile(r"[\d+#@/\\_%€$£&]|\w\.\w")
_INNER_CAPITAL = re.compile(r"\w[A-ZÄÖÜ]")
_INTRODUCING = re.compile(r"[.!?:]\s*$")
_ENOUGH_WORDS = 2
_LONG_WORD = 4


def check(sentence: Drafted, facts: Sequence[Evidence], language: str) -> Line:
    """Return the sentence with its claims: a supported one for each fact that shows in it, and all unsupported ones."""
    cited = [facts[number - 1] for number in dict.fromkeys(sentence.facts) if 1 <= number <= len(facts)]
    shown = [fact for fact in cited if _shows(fact, sentence.text)]
    unsupported = list(dict.fromkeys(_Unsupported(sentence.text, shown, language).all()))
    claims = [Claim(_part(fact, sentence.text), supported=True, evidence=(fact,)) for fact in shown]
    claims += [Claim(text, supported=False) for text in unsupported]
    return Line(sentence.text, tuple(claims) or (Claim(sentence.text, supported=False),))


class _Unsupported:
    """What a sentence says without support."""

    def __init__(self, text: str, facts: Sequence[Evidence], language: str) -> None:
        self._text = text
        self._german = language == "de"
        people = {token.casefold() for token in _tokens(text)}
        first, second = bool(people & words.FIRST_PERSON), bool(people & words.SECOND_PERSON)
        self._about_applicant = first or not second
        # Not what the posting asks for: that says nothing of the person.
        own = [fact for fact in facts if fact.field != "description_text"]
        self._profile = [fact for fact in facts if fact.source == "profile"]
        self._usable = own if self._about_applicant else list(facts)
        self._facts = facts

    def all(self) -> Iterator[str]:
        """Give each unsupported part of the sentence; the whole of it when nothing that it cites supports it."""
        if not self._usable:
            yield self._text
        yield from (quote for quote in _QUOTED.findall(self._text) if not self._stands_in(quote, self._facts))
        rest = _QUOTED.sub(lambda quote: " " * len(quote.group()), self._text)
        for token, first in _placed(rest):
            yield from (part for part in self._parts(token) if self._is_unsupported(part, first=first))

    def _parts(self, token: str) -> list[str]:
        """Take compounds such as Python-Kenntnisse apart, unless a fact has them as they are."""
        return [token] if self._stands_in(token, self._usable) else [part for part in token.split("-") if part]

    def _is_unsupported(self, token: str, *, first: bool) -> bool:
        folded = token.casefold()
        if self._about_applicant and folded.startswith(words.CLAIM_STEMS):
            return not self._stands_in(token, self._profile)
        return self._is_hard(token, first=first) and not self._stands_in(token, self._usable)

    def _is_hard(self, token: str, *, first: bool) -> bool:
        folded = token.casefold()
        if folded in words.FIRST_PERSON or folded in words.SECOND_PERSON:
            return False
        if _MARKS.search(token) or _INNER_CAPITAL.search(token):
            return folded not in words.LETTER_NOUNS
        if not token[:1].isupper():
            return False
        harmless = words.STARTERS if first else frozenset[str]()
        return folded not in harmless and folded not in words.LETTER_NOUNS

    @staticmethod
    def _stands_in(text: str, facts: Sequence[Evidence]) -> bool:
        phrase = re.compile(rf"(?<![\w]){re.escape(' '.join(text.split()))}(?![\w+#])", re.IGNORECASE)
        return any(phrase.search(" ".join(fact.text.split())) for fact in facts)


def _tokens(text: str) -> list[str]:
    return [token for found in _TOKEN.findall(text) if (token := _bare(found))]


def _bare(token: str) -> str:
    """Take the signs off both ends, but leave the dot of .NET."""
    bare = token.strip(_OUTER)
    return f".{bare}" if bare and token.startswith(".") else bare


def _placed(text: str) -> Iterator[tuple[str, bool]]:
    """Give each token and whether a sentence begins with it."""
    for found in _TOKEN.finditer(text):
        token = _bare(found.group())
        if token:
            before = text[: found.start()]
            yield token, not before.strip() or bool(_INTRODUCING.search(before))


def _shows(fact: Evidence, text: str) -> bool:
    """Say whether the fact is to be found in the sentence: most of a short one, some words of a long one."""
    wanted = {token.casefold() for token in _tokens(fact.text) if token.casefold() not in words.STARTERS}
    there = [token.casefold() for token in _tokens(text)]
    there += [part for token in there for part in token.split("-")]
    found = sum(1 for word in wanted if any(_same(word, other) for other in there))
    return bool(wanted) and found >= min(_ENOUGH_WORDS, -(-len(wanted) // 2))


def _same(word: str, other: str) -> bool:
    return word == other or (len(word) >= _LONG_WORD and other.startswith(word))


def _part(fact: Evidence, text: str) -> str:
    """Return the words of the sentence that say the fact, or the sentence when it says it in other words."""
    start = text.casefold().find(fact.text.casefold())
    return text[start : start + len(fact.text)] if start >= 0 and len(text.casefold()) == len(text) else text
