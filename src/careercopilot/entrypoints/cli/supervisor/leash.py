"""Start a program that knows nothing of supervisors so that it ends when its supervisor dies.

Run as a script, by path and before the program: it asks the kernel for SIGTERM at its parent's death and
then becomes the program. Linux only; elsewhere it only becomes the program.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def leashed(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return the command that starts a foreign program on a leash."""
    return (sys.executable, "-I", "-S", os.path.abspath(__file__), str(os.getpid()), *command)  # noqa: PTH100


def main(parent: int, command: list[str]) -> None:
    """Become the command, on a leash."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before it was watched
            sys.exit(1)
    os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
