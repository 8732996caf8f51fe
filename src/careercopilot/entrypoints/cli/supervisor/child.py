"""One running child process."""

import asyncio
import os
import signal
import subprocess
import time
from contextlib import suppress

from careercopilot.entrypoints.cli.supervisor.child_spec import ChildSpec
from careercopilot.entrypoints.cli.supervisor.lifeline import Lifeline
from careercopilot.entrypoints.cli.supervisor.output import Output

POLL = 0.05
HURRIED_TIMEOUT = 1.0


class Child:
    """A process in a session of its own, so that Ctrl-C in the terminal reaches the supervisor only.

    Its end is polled: no signal handler or watcher thread that another library's event loop could replace.
    """

    def __init__(self, spec: ChildSpec, lifeline: Lifeline) -> None:
        self.spec = spec
        self.started_at = time.monotonic()
        self.exit_code: int | None = None
        self._output = Output()
        try:
            self._process = subprocess.Popen(  # noqa: S603 (the commands are the product's own)
                spec.command,
                env={**os.environ, **spec.environment, **lifeline.environment()},
                stdin=subprocess.DEVNULL,
                stdout=self._output.writing_end,
                stderr=self._output.writing_end,
                pass_fds=(lifeline.reading_end,),
                start_new_session=True,
            )
        except BaseException:
            self._output.abandon()
            raise
        self._output.start()

    @property
    def pid(self) -> int:
        """Its process id, which is also the id of its process group."""
        return self._process.pid

    @property
    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self.started_at

    def last_lines(self) -> tuple[str, ...]:
        """Return what it printed last."""
        return self._output.last_lines()

    def has_ended(self) -> bool:
        """Whether it ended; whatever it left behind in its group is killed with it."""
        if self.exit_code is None and self._is_dead():
            self._bury()
        return self.exit_code is not None

    async def wait(self) -> int:
        """Wait for its end and return the exit code, negative for a signal."""
        while not self.has_ended():  # noqa: ASYNC110 (the class says why it polls)
            await asyncio.sleep(POLL)
        return self.exit_code or 0

    async def stop(self, hurry: asyncio.Event) -> bool:
        """Ask it to end and make it end when its time is over, sooner with `hurry`; True when it obeyed."""
        if not self.has_ended():
            self._process.terminate()
        asked_at = time.monotonic()
        while not self.has_ended():
            patience = min(self.spec.stop_timeout, HURRIED_TIMEOUT) if hurry.is_set() else self.spec.stop_timeout
            if time.monotonic() - asked_at >= patience:
                self.kill()
                return False
            await asyncio.sleep(POLL)
        return True

    def kill(self) -> None:
        """End it and its group at once."""
        if self.exit_code is None:
            self._bury()

    def _is_dead(self) -> bool:
        # Looked at but not collected yet: until then nobody else can get its number, or its group's.
        found = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return found is not None

    def _bury(self) -> None:
        with suppress(ProcessLookupError, PermissionError):  # nobody left, or (macOS) only the zombie
            os.killpg(self.pid, signal.SIGKILL)
        self.exit_code = self._process.wait()
        self._output.finish()
