"""Where the first jobs of an installation may come from."""

from dataclasses import dataclass

DEMO_SOURCE = "demo"
DEMO_BOARD = "demo"


@dataclass(frozen=True)
class FirstSightPolicy:
    """The operator's choice. That the demo may be used is told by its reader being there."""

    follow_defaults: bool
