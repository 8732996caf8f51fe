"""Why a socket is closed: the codes that clients see."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Farewell:
    """A close code and a few words for whoever reads the client's log."""

    code: int
    reason: str


NOT_AUTHENTICATED = Farewell(4401, "sign in, then open the channel again")
TOO_MANY_SOCKETS = Farewell(4429, "too many live channels are open for this account")
MISBEHAVED = Farewell(1008, "too many messages that do not fit")
TOO_SLOW = Farewell(1008, "messages are not being read")
TOO_LARGE = Farewell(1009, "the message is larger than is taken here")
FAILED = Farewell(1011, "something went wrong on our side; open the channel again")
RESTARTING = Farewell(1012, "the service is restarting; open the channel again")


def refused(reason: str) -> Farewell:
    """Return the farewell to an address that asks for what there is not."""
    return Farewell(1008, reason)
