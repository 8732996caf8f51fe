"""What stands around every letter, whoever writes the rest: subject, salutation, first and last sentences."""

from careercopilot.modules.content.api.models import Length
from careercopilot.modules.content.domain.common_ground import title_of
from careercopilot.modules.content.domain.letter import Line, Paragraph, Style, said
from careercopilot.modules.content.domain.material import Candidate, Opening, of_opening, of_profile


def beginning(opening: Opening, style: Style) -> list[Paragraph]:
    """Return the paragraphs up to the sentence that says what is applied for; the last one may go on."""
    wording, title = style.wording, title_of(opening)
    subject = [said(wording.subject, {"title": title})] if wording.subject else []
    if not opening.company.strip():
        salutation = said(wording.salutation_to_nobody, {}, title)
        return [subject, [salutation], [said(wording.application_to_nobody, {"title": title})]]
    company = of_opening(opening, "company", opening.company)
    salutation = said(wording.salutation, {"company": company})
    return [subject, [salutation], [said(wording.application, {"title": title, "company": company})]]


def end(candidate: Candidate, opening: Opening, style: Style) -> list[Paragraph]:
    """Return the paragraphs that close the letter."""
    title, name = title_of(opening), of_profile("full_name", candidate.full_name)
    closing: list[Line] = [said(style.wording.closing, {}, title)]
    if style.length is Length.LONG:
        closing.insert(0, said(style.wording.thanks, {}, title))
    return [closing, [said(style.wording.farewell, {"name": name})]]
