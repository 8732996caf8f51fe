"""What the supervisor is told about a child."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ChildSpec:
    """One child process.

    `environment` is added to our own. `ready` answers whether the child does its work by now; without it,
    a child counts as ready once it runs. Starting does not wait for a `background` child. Without a `dispensable`
    child the others go on: it is tried again and again, with long pauses, and ends nothing by not getting on its feet.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[], Awaitable[bool]] | None = None
    stop_timeout: float = 10.0
    ready_timeout: float = 60.0
    background: bool = False
    dispensable: bool = False
