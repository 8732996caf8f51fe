"""Why a supervisor gives up.

SupervisorError
├── ChildKeepsDying     it did not get on its feet several times in a row
└── ChildNotReady       it runs, but did not become ready in time
"""


class SupervisorError(Exception):
    """The children cannot be kept running; `log` holds the last lines that the child printed."""

    def __init__(self, message: str, name: str, log: tuple[str, ...]) -> None:
        said = f": {' | '.join(log[-3:])}" if log else ""
        super().__init__(f"{message}{said}")
        self.name = name
        self.log = log


class ChildKeepsDying(SupervisorError):
    """A child ended again and again before it was ready."""

    def __init__(self, name: str, times: int, log: tuple[str, ...]) -> None:
        super().__init__(f"{name} ended {times} times in a row while starting", name, log)


class ChildNotReady(SupervisorError):
    """A child did not become ready before its deadline."""

    def __init__(self, name: str, seconds: float, log: tuple[str, ...]) -> None:
        super().__init__(f"{name} was not ready after {seconds:g} s", name, log)
