"""A child that does not outlive its supervisor, however that ends.

The supervisor holds one end of a pipe and the child the other. When the supervisor is gone, also by
kill -9, the kernel closes its end: no polling, no race with a parent that died already, on every Unix.
"""

import os
import signal
import threading
import time

VARIABLE = "SUPERVISOR_LIFELINE"
GRACE = 15.0
EXIT_CODE = 70


def exit_when_parent_dies(grace: float = GRACE) -> bool:
    """Call first thing in a child: it gets SIGTERM when its supervisor dies, and ends hard after the grace.

    Returns False, and does nothing, in a process that no supervisor started.
    """
    written = os.environ.pop(VARIABLE, None)  # for this process, not for its children
    if written is None:
        return False
    lifeline = int(written)
    os.set_inheritable(lifeline, False)  # noqa: FBT003 (the name of the function says it)
    threading.Thread(target=_watch, args=(lifeline, grace), name="lifeline", daemon=True).start()
    return True


def _watch(lifeline: int, grace: float) -> None:
    os.read(lifeline, 1)  # nothing is ever written: this returns when the other end is closed
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(grace)
    os._exit(EXIT_CODE)
