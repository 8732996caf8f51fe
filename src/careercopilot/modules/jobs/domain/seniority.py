"""How senior a title says the work is."""

import re

SENIORITIES = ("intern", "junior", "mid", "senior", "lead", "staff", "principal", "director", "executive")

_INTERN = (
    r"interns?|internship|praktik\w+|stagiaire|werkstudent\w*|trainee|apprentice|auszubildende\w*|sta[zż]yst\w*"
    r"|becari[oa]"
)
_EXECUTIVE = (
    r"chief \w+ officer|ceo|cfo|cto|coo|cmo|cpo|ciso|(senior |executive |s|e)?vp|(senior |executive )?vice president"
    r"|president|gesch[aä]ftsf[uü]hrer\w*"
)
_DIRECTOR = r"director(a)?|head of|directeur|directrice|dyrektor\w*"
_STAFF = (
    r"staff(?= ((\w+ ){0,2}\w*(engineer|scientist|designer|developer|researcher|writer)|software|product|data|machine"
    r"|security|hardware|site))"
)
_LEAD = (
    r"lead|team ?lead(er)?|teamleit\w+|\w*leit(er(in)?|ung)|supervisor|foreman|chef d.[eé]quipe|chef de (?!partie)\w+"
    r"|kierowni\w+|jef[ea](/a)? de \w+|encargad[oa]"
)
_SENIOR = r"senior|sr\.?|s[eé]nior|starszy|starsza|iii|iv"
_JUNIOR = (
    r"junior|jr\.?|entry[- ]level|graduate|new grad|associate(?= (engineer|developer|designer|analyst|consultant))"
    r"|m[lł]odsz[ya]|berufseinsteiger\w*|d[eé]butante?"
)
_LEVELS = tuple(
    (level, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for level, words in (
        ("intern", _INTERN),
        ("executive", _EXECUTIVE),
        ("director", _DIRECTOR),
        ("principal", r"principal|distinguished"),
        ("staff", _STAFF),
        ("lead", _LEAD),
        ("senior", _SENIOR),
        ("junior", _JUNIOR),
        ("mid", r"mid[- ]?level|intermediate|mid|ii"),
    )
)


def seniority_in_title(title: str) -> str | None:
    """Return one of SENIORITIES that the title names, or None: an unmarked title says nothing."""
    return next((level for level, pattern in _LEVELS if pattern.search(title)), None)
