"""Reading one JSON object field by field, tolerantly."""

import math
from collections.abc import Mapping

from careercopilot.modules.jobs.domain.web_addresses import web_url
from careercopilot.modules.jobs.domain.wording import plain, title
from careercopilot.modules.jobs.ports.board_reader import PostingRejected


class Fields:
    """A JSON object. A field of another type than it is asked for is as good as absent."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def value(self, name: str) -> object:
        """Return the field as it is, or None."""
        return self._values.get(name)

    def text(self, name: str) -> str | None:
        """Return a text without outer whitespace, or None when nothing is left of it."""
        value = self._values.get(name)
        return plain(value) or None if isinstance(value, str) else None

    def html(self, name: str) -> str:
        """Return a text as it stands, or nothing."""
        value = self._values.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """Return a finite number, also one that is written as a text."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return None
        try:
            number = float(value.replace(",", "") if isinstance(value, str) else value)
        except (ValueError, OverflowError):
            return None
        return number if math.isfinite(number) else None

    def flag(self, name: str) -> bool | None:
        """Return true or false."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else None

    def fields(self, name: str) -> "Fields":
        """Return a nested object; an empty one when there is none."""
        value = self._values.get(name)
        return Fields(value) if isinstance(value, dict) else _NONE

    def each(self, name: str) -> "list[Fields]":
        """Return the objects of a list."""
        value = self._values.get(name)
        return [Fields(item) for item in value if isinstance(item, dict)] if isinstance(value, list) else []

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list."""
        value = self._values.get(name)
        items = value if isinstance(value, list) else []
        return [plain(item) for item in items if isinstance(item, str) and plain(item)]

    def required_title(self, name: str) -> str:
        """Return the posting's title; without one it cannot be taken."""
        found = title(self.text(name))
        if found is None:
            raise PostingRejected("It has no title.")
        return found

    def required_url(self, name: str) -> str:
        """Return the posting's address on the web; without one it cannot be taken."""
        found = web_url(self.text(name))
        if found is None:
            raise PostingRejected("It has no usable address.")
        return found


_NONE = Fields({})
