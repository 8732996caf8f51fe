"""Why a socket is closed: the codes that clients see."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Farewell:
    """A close code, a few words for whoever reads the client's log, and the name it is counted by."""

    code: int
    reason: str
    name: str


NOT_AUTHENTICATED = Farewell(4401, "sign in, then open the channel again", "not_authenticated")
TOO_MANY_SOCKETS = Farewell(4429, "too many live channels are open for this account", "too_many_sockets")
MISBEHAVED = Farewell(1008, "too many messages that do not fit", "misbehaved")
TOO_SLOW = Farewell(1008, "messages are not being read", "too_slow")
TOO_LARGE = Farewell(1009, "the message is larger than is taken here", "too_large")
FAILED = Farewell(1011, "something went wrong on our side; open the channel again", "failed")
RESTARTING = Farewell(1012, "the service is restarting; open the channel again", "restarting")
FULL = Farewell(1013, "too many live channels are open here; try again later", "full")
AWAY = Farewell(1013, "the service is not available just now; try again later", "unavailable")


def refused(reason: str) -> Farewell:
    """Return the farewell to an address that asks for what there is not."""
    return Farewell(1008, reason, "refused")
