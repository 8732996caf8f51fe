"""What a child prints goes to our standard error; its last lines are remembered."""

import os
import threading
from collections import deque
from contextlib import suppress

REMEMBERED_CHUNKS = 16
REMEMBERED_LINES = 20
CHUNK = 4096
STANDARD_ERROR = 2


class Output:
    """A pipe from a child to our standard error.

    A thread passes it on, so that a terminal that stands still (Ctrl-S) holds up the child, not us.
    """

    def __init__(self) -> None:
        self._chunks: deque[bytes] = deque(maxlen=REMEMBERED_CHUNKS)
        self._reading_end, self.writing_end = os.pipe()
        self._thread = threading.Thread(target=self._pass_on, name="child-output", daemon=True)

    def start(self) -> None:
        """Begin passing on; the child has the writing end by now, ours is closed."""
        os.close(self.writing_end)
        self._thread.start()

    def abandon(self) -> None:
        """Close both ends, because there is no child after all."""
        os.close(self.writing_end)
        os.close(self._reading_end)

    def finish(self) -> None:
        """Let the rest come through, but do not wait for a grandchild that keeps the pipe open."""
        self._thread.join(timeout=0.2)

    def last_lines(self) -> tuple[str, ...]:
        """Return what was printed last."""
        lines = b"".join(self._chunks).decode(errors="replace").splitlines()
        return tuple(line for line in lines if line.strip())[-REMEMBERED_LINES:]

    def _pass_on(self) -> None:
        while chunk := os.read(self._reading_end, CHUNK):
            self._chunks.append(chunk)
            _write(chunk)
        os.close(self._reading_end)


def _write(chunk: bytes) -> None:
    # Not through sys.stderr: a thread that holds its lock while the interpreter ends would crash us.
    with suppress(OSError):  # our standard error is gone; the child shall not suffer
        while chunk:
            chunk = chunk[os.write(STANDARD_ERROR, chunk) :]
