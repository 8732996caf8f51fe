"""The pipeline: which step may follow which."""

from collections.abc import Mapping
from typing import Final

from careercopilot.modules.tracking.api.errors import InvalidTransition
from careercopilot.modules.tracking.api.models import ApplicationStatus as S

TRANSITIONS: Final[Mapping[S, tuple[S, ...]]] = {
    S.SAVED: (S.APPLIED, S.REJECTED, S.WITHDRAWN),
    S.APPLIED: (S.SCREENING, S.INTERVIEW, S.OFFER, S.REJECTED, S.WITHDRAWN, S.GHOSTED),
    S.SCREENING: (S.INTERVIEW, S.OFFER, S.REJECTED, S.WITHDRAWN, S.GHOSTED),
    S.INTERVIEW: (S.OFFER, S.REJECTED, S.WITHDRAWN, S.GHOSTED),
    S.OFFER: (S.ACCEPTED, S.DECLINED, S.REJECTED, S.WITHDRAWN),
    S.ACCEPTED: (),
    S.DECLINED: (),
    S.REJECTED: (),
    S.WITHDRAWN: (),
    S.GHOSTED: (S.SCREENING, S.INTERVIEW, S.OFFER, S.REJECTED, S.WITHDRAWN),
}

ENDS: Final = frozenset(status for status, following in TRANSITIONS.items() if not following)

# Where an application that was entered at its end comes back to: the step that must have gone before.
BEFORE_END: Final[Mapping[S, S]] = {
    S.ACCEPTED: S.OFFER,
    S.DECLINED: S.OFFER,
    S.REJECTED: S.APPLIED,
    S.WITHDRAWN: S.APPLIED,
}


def check_step(from_status: S, to_status: S) -> None:
    """Raise InvalidTransition for a step that the table does not have."""
    allowed = TRANSITIONS[from_status]
    if to_status not in allowed:
        raise InvalidTransition(from_status, to_status, allowed)
