"""On what terms: from the words of a source, or of a title."""

import re

from careercopilot.modules.jobs.api.models import EmploymentType

_INTERNSHIP = (
    r"intern\b|interns\b|internship|praktik|stagiaire|\bstage\b|pr[aá]cticas|becari|sta[zż]yst|\bstaż\b"
    r"|apprentic|ausbildung|alternance"
)
_VOLUNTEER = r"volunteer|ehrenamt|b[eé]n[eé]vol|voluntari|wolontari"
_PERMANENT = r"unbefristet|permanent(?!.*part)|\bcdi\b|indefinido|na czas nieokre"
_TEMPORARY = (
    r"temporary|\btemp\b|seasonal|short[ -_]?term|fixed[ -_]?term|\bbefristet|\bcdd\b|zeitarbeit|tempora(l|ire)"
    r"|int[eé]rim|na czas okre"
)
_CONTRACT = r"contract|freelance|freiberuf|\bb2b\b|aut[oó]nomo|zlecen"
_FULL_TIME = (
    r"full[ _-]?time|vollzeit|temps[ -]plein|tiempo completo|jornada completa|(?<!nie)pe[lł]ny etat|regular"
    r"|festanstellung"
)
_PART_TIME = (
    r"part[ _-]?time|teilzeit|temps[ -]partiel|tiempo parcial|media jornada|niepe[lł]ny etat|cz[eę][sś][cć] etatu"
    r"|werkstudent|minijob"
)
_TERMS = tuple(
    (terms, re.compile(words, re.IGNORECASE))
    for terms, words in (
        (EmploymentType.INTERNSHIP, _INTERNSHIP),
        (EmploymentType.VOLUNTEER, _VOLUNTEER),
        (EmploymentType.FULL_TIME, _PERMANENT),
        (EmploymentType.TEMPORARY, _TEMPORARY),
        (EmploymentType.CONTRACT, _CONTRACT),
        (EmploymentType.FULL_TIME, _FULL_TIME),
        (EmploymentType.PART_TIME, _PART_TIME),
    )
)
_IN_TITLES = re.compile(
    r"\b(internship|interns?|praktikum|praktikant\w*|stagiaire|werkstudent\w*|apprentice(ship)?|ausbildung|volunteer"
    r"|part[- ]time|teilzeit|temps partiel|media jornada|cz[eę][sś][cć] etatu|seasonal|fixed[- ]term|cdd)\b"
    r"|[(\[,\u2013-]\s*[\w\s-]*\b(contract|temporary|freelance)\b",
    re.IGNORECASE,
)


def employment_type(words: str | None) -> EmploymentType:
    """Return the terms that ``FullTime``, ``Part-time``, ``Permanent``, ``CDD`` or ``Vollzeit`` stand for."""
    for terms, pattern in _TERMS:
        if pattern.search(words or ""):
            return terms
    return EmploymentType.UNKNOWN


def stated_employment(words: str | None, title: str) -> EmploymentType:
    """Return the terms that a source states, or else those that the title does."""
    stated = employment_type(words)
    return stated if stated is not EmploymentType.UNKNOWN else employment_in_title(title)


def employment_in_title(title: str) -> EmploymentType:
    """Return the terms that a title states plainly: ``Data Intern``, ``Recruiter (Contract)``.

    A ``Contract Manager`` manages contracts, so a bare word is not enough.
    """
    found = _IN_TITLES.search(title)
    return employment_type(found.group()) if found else EmploymentType.UNKNOWN
