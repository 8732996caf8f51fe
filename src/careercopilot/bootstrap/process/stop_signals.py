"""SIGINT, SIGTERM and the closing of the terminal as an event of the loop."""

import asyncio
import signal
from collections.abc import Callable

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def install_stop_signals(stop: asyncio.Event, hurry: Callable[[], None] = lambda: None) -> Callable[[], None]:
    """Set the event at the first signal, call `hurry` at every further one; return what undoes this."""
    loop = asyncio.get_running_loop()

    def received() -> None:
        if stop.is_set():
            hurry()
        stop.set()

    under_nohup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    numbers = STOP_SIGNALS[:-1] if under_nohup else STOP_SIGNALS
    for number in numbers:
        loop.add_signal_handler(number, received)

    def uninstall() -> None:
        for number in numbers:
            loop.remove_signal_handler(number)

    return uninstall
