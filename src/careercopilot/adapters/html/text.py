"""Sanitised HTML as plain text: a line per block, a blank line between paragraphs.

It reads a sanitiser's output, where every tag is known, closed and quoted, and control characters are gone; so
tokens do, a tree is not needed, and control characters can mark where lines end.
"""

import html
import re
from functools import lru_cache

_PARAGRAPH, _LINE, _ITEM, _LIST = "\x02", "\x03", "\x04", "\x05"
_TOKEN = re.compile(r'</?([a-z0-9]+)(?:[^">]|"[^"]*")*>')
_PRE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_BREAKS = re.compile(r"<br>(?: ?<br>)+")
_BOUNDARY = re.compile(r"[\x02-\x05][ \x02-\x05]*")
_MARKS = (
    dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "caption", "hr"), _PARAGRAPH)
    | dict.fromkeys(("br", "div", "tr", "dt", "dd", "dl"), _LINE)
    | dict.fromkeys(("ul", "ol"), _LIST)
)
_CELLS = frozenset({"td", "th"})


def text_of(safe: str) -> str:
    """Return sanitised HTML as text: list items with ``- ``, entities decoded, white space folded."""
    parts = _PRE.split(safe) if "<pre>" in safe else [safe]
    marked = "".join(_preformatted(part) if part.startswith("<pre>") else _marked(part) for part in parts)
    words = html.unescape(marked)
    return _BOUNDARY.sub(lambda found: _boundary(found.group()), words).replace(" \n", "\n").strip()


def _marked(part: str) -> str:
    folded = " ".join(part.replace("&nbsp;", " ").split())
    return _TOKEN.sub(_mark, _BREAKS.sub(_PARAGRAPH, folded))


def _preformatted(part: str) -> str:
    return _TOKEN.sub(_mark, part.replace("&nbsp;", " ").replace("\n", _LINE))


def _mark(tag: re.Match[str]) -> str:
    name, opens = tag[1], tag[0][1] != "/"
    if name == "li":
        return _ITEM if opens else _LINE
    if name in _CELLS:
        return "" if opens else " "
    return _MARKS.get(name, "")


@lru_cache(maxsize=4096)
def _boundary(marks: str) -> str:
    """Return the line ends that a run of marks between two texts comes to."""
    if _ITEM in marks:
        return "\n\n- " if _LIST in marks else "\n- "
    return "\n\n" if _PARAGRAPH in marks or _LIST in marks else "\n"
