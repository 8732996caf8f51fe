"""Where the work is done: from the words of a source, a place or a title."""

import re

from careercopilot.modules.jobs.api.models import Remote

_HYBRID = r"hybrid\w*|h[ií]brid[oa]|hybryd\w*"
_REMOTE = (
    r"(?:fully|100\s?%)?\s*remote(?:[ -](?:first|friendly|only|eligible|opportunity))?|remot[oa]|t[eé]l[eé]travail"
    r"|teletrabajo|telecommut\w*|telework\w*|work from home|home[- ]based|home ?office|wfh|zdaln\w*|distributed|virtual"
)
_ONSITE = r"on[- ]?site|in[- ](?:office|person)|pr[eé]sentiel|presencial|vor ort|stacjonarn\w*"
_NOT_THE_WORKER = r"(?! (?:sensing|access|monitoring|patient|support))"

_HYBRID_WORDS = re.compile(rf"\b(?:{_HYBRID})\b", re.IGNORECASE)
_REMOTE_WORDS = re.compile(rf"(?<!\w)(?:{_REMOTE})\b|\banywhere\b|\bworld\s?wide\b", re.IGNORECASE)
_ONSITE_WORDS = re.compile(rf"\b(?:{_ONSITE})\b", re.IGNORECASE)
_ARRANGEMENT = re.compile(
    rf"(?<![^\W_])(?:{_HYBRID}|{_REMOTE}|{_ONSITE}|anywhere|world ?wide|flexible|headquarters?|hq|office|based)"
    r"(?![^\W_])|(?<=[a-z])HQ\b",
    re.IGNORECASE,
)
_TITLE_HYBRID = re.compile(rf"[(\[|,\u2013\u2014-]\s*(?:{_HYBRID})\b", re.IGNORECASE)
_TITLE_REMOTE = re.compile(
    rf"(?:[(\[|,/\u2013\u2014]|\s-)\s*[^()\[\],|]*\b(?:{_REMOTE})\b{_NOT_THE_WORKER}"
    rf"|^(?:{_REMOTE})\b(?= ?[-\u2013\u2014:|,])",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^(?:based )?(?:in|within|from|across)\s+(?:the )?", re.IGNORECASE)
_EDGES = " \t\n-\u2013\u2014,;:/|()[]•·"


def arrangement(words: str | None) -> Remote:
    """Return what the words of a place or of a workplace field say; hybrid wins over remote."""
    text = words or ""
    if _HYBRID_WORDS.search(text):
        return Remote.HYBRID
    if _REMOTE_WORDS.search(text):
        return Remote.REMOTE
    return Remote.ONSITE if _ONSITE_WORDS.search(text) else Remote.UNKNOWN


def arrangement_in_title(title: str) -> Remote:
    """Return what a title sets apart: ``Nurse (Remote)``, but not ``Remote Sensing Engineer``."""
    if _TITLE_HYBRID.search(title):
        return Remote.HYBRID
    return Remote.REMOTE if _TITLE_REMOTE.search(title) else Remote.UNKNOWN


def without_arrangement(place: str) -> str:
    """Return the place alone: ``Hybrid - London`` becomes ``London``, ``Remote`` becomes nothing."""
    bare = re.sub(r"\(\s*\)|\[\s*\]", " ", _ARRANGEMENT.sub(" ", place))
    return _PREPOSITION.sub("", re.sub(r"\s+", " ", bare).strip(_EDGES))
