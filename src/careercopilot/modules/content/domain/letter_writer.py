"""The writer that needs no model: it chooses sentences and fills them with facts, and so can invent nothing."""

from collections.abc import Sequence

from careercopilot.modules.content.api.models import Claim, Evidence, Length
from careercopilot.modules.content.domain import common_ground as ground
from careercopilot.modules.content.domain.hints import hints_for
from careercopilot.modules.content.domain.letter import Letter, Line, Paragraph, Style, arranged, said
from careercopilot.modules.content.domain.letter_frame import beginning, end
from careercopilot.modules.content.domain.material import Candidate, Opening, entries, of_profile

_MOST_SKILLS = {Length.SHORT: 3, Length.MEDIUM: 6, Length.LONG: 10}
_MOST_QUOTES = {Length.SHORT: 0, Length.MEDIUM: 2, Length.LONG: 3}


def write_letter(candidate: Candidate, opening: Opening, style: Style) -> Letter:
    """Write the letter: the same facts and style give the same letter."""
    shared = ground.shared_skills(candidate, opening)
    body = [_introduction(candidate, opening, style), _skills(candidate, opening, style, shared)]
    if style.length is not Length.SHORT:
        body.append(_circumstances(candidate, opening, style, shared))
    first, *rest = body
    start = beginning(opening, style)
    paragraphs = [*start[:-1], [*start[-1], *first], *rest, *end(candidate, opening, style)]
    return Letter(arranged(paragraphs), hints_for(candidate, opening, shared))


def _introduction(candidate: Candidate, opening: Opening, style: Style) -> Paragraph:
    lines: list[Line] = []
    if style.length is Length.SHORT:
        return lines
    if candidate.headline:
        lines.append(said(style.wording.headline, {"headline": of_profile("headline", candidate.headline)}))
    meeting = ground.wanted_title(candidate, opening)
    if meeting:
        lines.append(said(style.wording.wanted_title, {"title": meeting.own}, meeting.theirs))
    return lines


def _skills(candidate: Candidate, opening: Opening, style: Style, shared: Sequence[ground.SharedSkill]) -> Paragraph:
    most = _MOST_SKILLS[style.length]
    if not shared:
        return _own_skills(candidate, style, most)
    chosen, wording = shared[:most], style.wording
    lines = [_naming(wording.several_shared if len(chosen) > 1 else wording.one_shared, chosen, style)]
    quoted = ground.quotes(opening, list(chosen), _MOST_QUOTES[style.length])
    for template, quote in zip(wording.quotes, quoted, strict=False):
        lines.append(_quoting(template, quote, style))
    return lines


def _naming(template: str, skills: Sequence[ground.SharedSkill], style: Style) -> Line:
    text = template.format(skills=style.wording.listed([skill.own.text for skill in skills]))
    return Line(
        text, tuple(Claim(skill.own.text, supported=True, evidence=(skill.own, skill.named)) for skill in skills)
    )


def _quoting(template: str, quote: ground.Quote, style: Style) -> Line:
    names = [skill.own.text for skill in quote.skills]
    text = template.format(quote=quote.line.text, skills=style.wording.listed(names))
    skills = (Claim(skill.own.text, supported=True, evidence=(skill.own,)) for skill in quote.skills)
    return Line(text, (Claim(quote.line.text, supported=True, evidence=(quote.line,)), *skills))


def _own_skills(candidate: Candidate, style: Style, most: int) -> Paragraph:
    own = entries("skills", candidate.skills)[:most]
    if not own:
        return []
    return [_listing(style.wording.several_skills if len(own) > 1 else style.wording.one_skill, own, style)]


def _listing(template: str, skills: Sequence[Evidence], style: Style) -> Line:
    text = template.format(skills=style.wording.listed([skill.text for skill in skills]))
    return Line(text, tuple(Claim(skill.text, supported=True, evidence=(skill,)) for skill in skills))


def _circumstances(
    candidate: Candidate, opening: Opening, style: Style, shared: Sequence[ground.SharedSkill]
) -> Paragraph:
    """Say what else speaks for the application: further skills, the tasks, the place, the way of working."""
    lines: list[Line] = []
    if style.length is Length.LONG:
        lines += _at_length(candidate, opening, style, shared)
    place, way = ground.wanted_place(candidate, opening), ground.wanted_arrangement(candidate, opening)
    if place and opening.remote != "remote":
        lines.append(said(style.wording.wanted_place, {"place": place.own}, place.theirs))
    if way and way.own.text in style.wording.arrangements:
        lines.append(said(style.wording.arrangements[way.own.text], {}, way.own, way.theirs))
    return lines


def _at_length(
    candidate: Candidate, opening: Opening, style: Style, shared: Sequence[ground.SharedSkill]
) -> list[Line]:
    lines: list[Line] = []
    named = {skill.own for skill in shared}
    further = [own for own in entries("skills", candidate.skills) if own not in named]
    if shared and further:
        lines.append(_listing(style.wording.further_skills, further[: _MOST_SKILLS[Length.MEDIUM]], style))
    quoted = ground.quotes(opening, list(shared[: _MOST_SKILLS[Length.LONG]]), _MOST_QUOTES[Length.LONG])
    task = ground.task(opening, quoted)
    if task:
        lines.append(said(style.wording.task, {"quote": task}))
    return lines
