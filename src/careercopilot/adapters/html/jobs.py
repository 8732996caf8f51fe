"""Cleaning descriptions: nh3 sanitises, and its own well-formed output is then read as text."""

import html
import re
from collections.abc import Sequence

import nh3

from careercopilot.adapters.html.text import text_of
from careercopilot.modules.jobs.ports.html_cleaner import CleanHtml

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "br", "hr", "blockquote", "pre", "code"),
    *("ul", "ol", "li", "dl", "dt", "dd", "strong", "b", "em", "i", "u", "s", "sub", "sup", "a"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
_WITH_CONTENT = {
    *("script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "audio", "video"),
    *("select", "textarea", "button", "title"),
}
_nh3 = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_WITH_CONTENT,
    attributes={"a": {"href"}},
    link_rel="nofollow noopener noreferrer",
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
)
_BLOCKS_OF_OTHER_NAMES = re.compile(
    r"<(/?)(?:section|article|header|footer|main|aside|address|figure|figcaption|center|nav|fieldset|details|summary)\b",
    re.IGNORECASE,
)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TAG = re.compile(r"<[a-zA-Z/!?]")
_ESCAPED_TAG = re.compile(
    r"&(?:amp;)*lt;/?(?:p|div|br|ul|ol|li|h[1-6]|strong|em|b|i|u|span|a|table|section)\b", re.IGNORECASE
)
_MOST_ESCAPES = 4
_MOST_PASSES = 6


class NhHtmlCleaner:
    """Cleans with nh3 until nothing changes any more, so that cleaning twice is cleaning once."""

    def clean(self, sources: Sequence[str]) -> list[CleanHtml]:
        return [_clean(source) for source in sources]


def _clean(source: str) -> CleanHtml:
    safe = _BLOCKS_OF_OTHER_NAMES.sub(r"<\1div", _as_html(_UNSAFE.sub("", source)))
    for _ in range(_MOST_PASSES):
        before, safe = safe, _pass(safe)
        if safe == before:
            return CleanHtml(safe, text_of(safe))
    plain = text_of(safe)  # markup that never settles is kept as its words alone
    return CleanHtml(_paragraphs(plain), plain)


def _as_html(source: str) -> str:
    """Undo one escaping too many, and give plain text its paragraphs."""
    for _ in range(_MOST_ESCAPES):
        if _TAG.search(source) or not _ESCAPED_TAG.search(source):
            break
        source = html.unescape(source)
    return source if _TAG.search(source) else _paragraphs(html.unescape(source))


def _pass(source: str) -> str:
    safe = _nh3.clean(source).strip()
    if "&#" in source:  # a control character may have come in as a reference
        safe = _UNSAFE.sub("", safe)
    return safe if _TAG.search(safe) else _paragraphs(html.unescape(safe))


def _paragraphs(plain: str) -> str:
    blocks = (block.strip() for block in re.split(r"\n\s*\n", _UNSAFE.sub("", plain).replace("\r", "")))
    return "\n".join(f"<p>{_lines(block)}</p>" for block in blocks if block)


def _lines(block: str) -> str:
    return "<br>".join(html.escape(line.strip(), quote=False).replace("\xa0", "&nbsp;") for line in block.split("\n"))
