"""Making a source's HTML safe and readable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class CleanHtml:
    """Safe HTML, and the same as plain text with a line per block."""

    html: str
    text: str


class HtmlCleaner(Protocol):
    """Sanitises descriptions: pure, synchronous, in batches."""

    def clean(self, sources: Sequence[str]) -> list[CleanHtml]:
        """Return each source's safe form, in order.

        Only text structure survives (headings, paragraphs, lists, emphasis, tables, links to http, https and mailto,
        which carry rel="nofollow noopener noreferrer"); no script, style, form, image or handler. HTML that was
        escaped once more is unescaped first. Plain text becomes paragraphs. NUL and control characters are dropped.
        """
        ...
