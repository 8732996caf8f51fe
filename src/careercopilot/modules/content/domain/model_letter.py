"""Making a letter of what a model drafted: the frame is ours, and of the middle only what is supported is included."""

from collections.abc import Sequence

from careercopilot.modules.content.domain.claim_checker import check
from careercopilot.modules.content.domain.common_ground import shared_skills
from careercopilot.modules.content.domain.hints import hints_for
from careercopilot.modules.content.domain.letter import Letter, Line, Style, arranged
from careercopilot.modules.content.domain.letter_answer import drafted
from careercopilot.modules.content.domain.letter_frame import beginning, end
from careercopilot.modules.content.domain.letter_request import LetterRequest
from careercopilot.modules.content.domain.material import Candidate, Opening


class UnsupportedAnswer(Exception):
    """Nothing of what a model wrote rests on the facts."""


def model_letter(answer: str, request: LetterRequest, candidate: Candidate, opening: Opening, style: Style) -> Letter:
    """Return the letter. Raises NonsenseAnswer, or UnsupportedAnswer when no sentence can be kept."""
    middle: dict[int, list[Line]] = {}
    for sentence in drafted(answer):
        middle.setdefault(sentence.paragraph, []).append(check(sentence, request.facts, style.language))
    if not _any_supported(list(middle.values())):
        raise UnsupportedAnswer
    paragraphs = [*beginning(opening, style), *(middle[number] for number in sorted(middle))]
    sentences = arranged([*paragraphs, *end(candidate, opening, style)])
    return Letter(sentences, hints_for(candidate, opening, shared_skills(candidate, opening)))


def _any_supported(paragraphs: Sequence[Sequence[Line]]) -> bool:
    return any(line.supported for lines in paragraphs for line in lines)
