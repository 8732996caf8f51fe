"""Partial edits: telling a field that is left alone from one that is emptied."""

from enum import Enum
from typing import Final


class Unchanged(Enum):
    """The one value that says "leave this field as it is"; None means "empty it"."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
