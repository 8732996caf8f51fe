"""An employer's name, where the only name at hand is that of its board."""

import re
from urllib.parse import unquote

_SEPARATORS = re.compile(r"[-_+\s]+")


def readable_slug(slug: str) -> str:
    """Return a board's slug as a person would write it: ``acme-robotics`` becomes ``Acme Robotics``.

    What the slug capitalises itself stays as it is (``OpenAI``), and so do dots (``cal.com`` becomes ``Cal.com``).
    """
    words = [word for word in _SEPARATORS.split(unquote(slug).replace("\x00", "")) if word]
    return " ".join(_capitalised(word) for word in words) or slug


def _capitalised(word: str) -> str:
    return word if word != word.lower() else word[:1].upper() + word[1:]
