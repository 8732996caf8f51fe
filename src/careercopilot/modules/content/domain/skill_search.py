"""Finding a skill in a text: as a word of its own, whatever its case and signs."""

import re
from functools import lru_cache

# Names of skills that are also words: they count only in the case that the person writes them in.
_ALSO_WORDS = frozenset(
    {
        "access",
        "assembly",
        "basic",
        "beam",
        "chef",
        "consul",
        "dart",
        "ember",
        "excel",
        "express",
        "flask",
        "flow",
        "go",
        "hive",
        "julia",
        "less",
        "make",
        "nomad",
        "node",
        "outlook",
        "pandas",
        "perl",
        "processing",
        "puppet",
        "rails",
        "react",
        "ruby",
        "rust",
        "salt",
        "scheme",
        "scratch",
        "sketch",
        "slack",
        "spark",
        "spring",
        "storm",
        "swift",
        "teams",
        "vault",
        "word",
    }
)
_SHORT = 3
_PLURAL_FROM = 4


def find_skill(skill: str, text: str) -> tuple[int, int] | None:
    """Return where the skill first stands in the text; C is not in C++ or C#, Node not in Node.js."""
    found = _pattern(skill).search(text)
    return found.span() if found else None


@lru_cache(maxsize=1024)
def _pattern(skill: str) -> re.Pattern[str]:
    words = r"[ \t\u00a0]+".join(re.escape(word) for word in skill.split())
    plural = "s?" if len(skill) >= _PLURAL_FROM and skill[-1].isalpha() and skill[-1].lower() != "s" else ""
    before = r"(?<![\w.+#&@])" + (r"(?<!-)" if len(skill) == 1 else "")
    after = r"(?![\w+#@]|[.&]\w)"
    return re.compile(f"{before}{words}{plural}{after}", _flags(skill))


def _flags(skill: str) -> re.RegexFlag:
    ambiguous = skill.casefold() in _ALSO_WORDS or (len(skill) < _SHORT and skill.isalpha())
    return re.NOFLAG if ambiguous else re.IGNORECASE
