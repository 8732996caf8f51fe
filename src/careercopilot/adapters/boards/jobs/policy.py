"""How patiently a source is asked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FetchPolicy:
    """Seconds, sizes and attempts of one request to a source.

    What may pass by itself (429, 5xx, broken connections, timeouts) is tried ``attempts`` times in all; no attempt
    is waited for beyond ``patience`` seconds after the first began, whatever Retry-After says.
    """

    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    total_timeout: float = 120.0
    max_bytes: int = 64 * 1024 * 1024
    max_redirects: int = 3
    attempts: int = 4
    patience: float = 10.0
    first_wait: float = 0.5
    longest_wait: float = 5.0
