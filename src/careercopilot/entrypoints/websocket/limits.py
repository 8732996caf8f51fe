"""What one socket may cost."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Times are in seconds.

    ``recheck_every`` bounds how long a socket stays open after its caller's token died, and how late a
    notification is whose signal was lost. A socket opened with a ticket has no token to look at again: it
    ends after ``ticket_lasts``, as long as an access token lives, and its client gets a new ticket.

    ``sockets`` bounds all of one process, ``handshakes`` those of which it is not known yet who they are, which is
    found out ``recognised_within``.
    """

    sockets: int = 5000
    handshakes: int = 500
    recognised_within: float = 10.0
    sockets_per_user: int = 10
    reads_at_once: int = 8
    read_together: int = 100
    batch: int = 50
    recheck_every: float = 60.0
    send_within: float = 10.0
    close_within: float = 1.0
    ticket_lasts: float = 15 * 60.0
    longest_message: int = 64 * 1024
    messages_per_second: int = 20
    complaints: int = 3
