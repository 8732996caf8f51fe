"""Throwing away what is past its time."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Forgotten:
    """How many rows went."""

    notifications: int
    deliveries: int


class ForgetOldMessages(Protocol):
    """Delete old notifications that were read, and old e-mails that were sent or given up."""

    async def __call__(self) -> Forgotten:
        """Delete notifications after 90 days and e-mails after 30, in batches; what is left goes the next time."""
        ...
