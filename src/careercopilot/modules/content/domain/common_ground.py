"""What a person and an opening have in common: skills, a kind of position, a place, a way of working."""

import re
from dataclasses import dataclass

from careercopilot.modules.content.api.models import Evidence
from careercopilot.modules.content.domain.material import (
    LONGEST_DESCRIPTION,
    Candidate,
    Opening,
    entries,
    of_description,
    of_opening,
    of_profile,
)
from careercopilot.modules.content.domain.posting_lines import quotable_lines
from careercopilot.modules.content.domain.skill_search import find_skill

# What follows a title in brackets about who may apply: (m/w/d), (f/m/x), (all genders).
_WHO_MAY = re.compile(
    r"\s*[\[(]\s*(?:[a-z*]\s*[/|]\s*[a-z*](?:\s*[/|]\s*[a-z*])*|all genders|gn\*?)\s*[\])]\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class SharedSkill:
    """A skill of the person's, and where the opening names it."""

    own: Evidence
    named: Evidence


@dataclass(frozen=True)
class Quote:
    """A line of the posting, and which of the person's skills it names."""

    line: Evidence
    skills: tuple[SharedSkill, ...]


@dataclass(frozen=True)
class Meeting:
    """Something both want: the person's words and the opening's."""

    own: Evidence
    theirs: Evidence


def title_of(opening: Opening) -> Evidence:
    """Return the title, without the brackets at its end that say who may apply."""
    shorter = _WHO_MAY.sub("", opening.title)
    if shorter in {opening.title, ""}:
        return of_opening(opening, "title", opening.title)
    return of_opening(opening, "title", shorter, (0, len(shorter)))


def shared_skills(candidate: Candidate, opening: Opening) -> list[SharedSkill]:
    """Return the skills that the opening names, in the order in which it does."""
    folded = f"{opening.title}\n{opening.description[:LONGEST_DESCRIPTION]}".casefold()
    found = [
        SharedSkill(own, named)
        for own in entries("skills", candidate.skills)
        if own.text.split()[0].casefold() in folded and (named := _named(own.text, opening)) is not None
    ]
    return sorted(found, key=lambda shared: (shared.named.field != "title", shared.named.span or (0, 0)))


def _named(skill: str, opening: Opening) -> Evidence | None:
    span = find_skill(skill, opening.title)
    if span is not None:
        return of_opening(opening, "title", opening.title[slice(*span)], span)
    span = find_skill(skill, opening.description[:LONGEST_DESCRIPTION])
    return None if span is None else of_description(opening, *span)


def quotes(opening: Opening, skills: list[SharedSkill], most: int) -> list[Quote]:
    """Return the lines that name most of the skills, each with some that no line before it named."""
    found = []
    for line in quotable_lines(opening.description):
        evidence = of_description(opening, line.start, line.end)
        named = tuple(shared for shared in skills if find_skill(shared.own.text, line.text))
        found.append(Quote(evidence, named))
    chosen: list[Quote] = []
    told: set[SharedSkill] = set()
    while len(chosen) < most:
        best = max(found, key=lambda quote: len(set(quote.skills) - told), default=None)
        if best is None or not set(best.skills) - told:
            break
        chosen.append(best)
        told |= set(best.skills)
    return sorted(chosen, key=lambda quote: quote.line.span or (0, 0))


def task(opening: Opening, quoted: list[Quote]) -> Evidence | None:
    """Return the first of the tasks that the posting lists, of those that are not quoted yet."""
    spans = {quote.line.span for quote in quoted}
    lines = (line for line in quotable_lines(opening.description) if line.task)
    free = (line for line in lines if (line.start, line.end) not in spans)
    first = next(free, None)
    return None if first is None else of_description(opening, first.start, first.end)


def wanted_title(candidate: Candidate, opening: Opening) -> Meeting | None:
    """Return the longest of the titles looked for that the opening's title holds."""
    found = [
        Meeting(own, of_opening(opening, "title", opening.title[slice(*span)], span))
        for own in entries("target_titles", candidate.target_titles)
        if (span := find_skill(own.text, opening.title)) is not None
    ]
    return max(found, key=lambda meeting: len(meeting.own.text), default=None)


def wanted_place(candidate: Candidate, opening: Opening) -> Meeting | None:
    """Return a place that the person looks in and the opening is at; the same town is the same place."""
    for own in entries("locations", candidate.locations):
        for index, place in enumerate(opening.locations):
            mine, theirs = _town(own.text), _town(place)
            if theirs and mine.casefold() == theirs.casefold():
                return Meeting(
                    Evidence(own.source, own.field, mine, _span(own.text, mine)),
                    of_opening(opening, f"locations[{index}]", theirs, _span(place, theirs)),
                )
    return None


def _town(place: str) -> str:
    return place.partition(",")[0].strip()


def _span(text: str, part: str) -> tuple[int, int]:
    start = text.find(part)
    return start, start + len(part)


def wanted_arrangement(candidate: Candidate, opening: Opening) -> Meeting | None:
    """Return the way of working that the person prefers, if it is the opening's."""
    wanted = candidate.remote_preference
    if wanted is None or wanted == "any" or wanted != opening.remote:
        return None
    return Meeting(of_profile("remote_preference", wanted), of_opening(opening, "remote", wanted))
