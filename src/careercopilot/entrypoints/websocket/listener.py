"""Listening to a client: pings are answered, and only so much nonsense is borne."""

import asyncio
from dataclasses import dataclass

import msgspec

from careercopilot.entrypoints.websocket import frames
from careercopilot.entrypoints.websocket.channel import Channel
from careercopilot.entrypoints.websocket.doorway import Doorway
from careercopilot.entrypoints.websocket.farewell import MISBEHAVED, TOO_LARGE, Farewell
from careercopilot.entrypoints.websocket.limits import Limits


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a message: an error's code and text, and the name it is counted by."""

    kind: str
    code: str
    text: str


_NOT_JSON = Complaint("not_json", "VALIDATION_ERROR", 'Send JSON text such as {"type": "ping"}.')
_UNKNOWN_TYPE = Complaint("unknown_type", "VALIDATION_ERROR", 'This type of message is not known here; "ping" is.')
_TOO_MANY = Complaint("flood", "RATE_LIMITED", "Too many messages; send fewer.")


class Listener:
    """Reads what one client sends."""

    def __init__(self, channel: Channel, doorway: Doorway, limits: Limits) -> None:
        self._channel = channel
        self._doorway = doorway
        self._limits = limits
        self._complaints = 0
        self._second = 0
        self._in_this_second = 0

    async def run(self) -> Farewell:
        """Listen until the client has to go. Raises ClientGone or ClientTooSlow."""
        while True:
            message = await self._channel.receive()
            if _size(message) > self._limits.longest_message:
                return TOO_LARGE
            wrong = _TOO_MANY if self._is_flooding() else _wrong_with(message)
            if wrong is None:
                await self._channel.send(frames.PONG)
                continue
            self._doorway.complained(wrong.kind)
            self._complaints += 1
            if self._complaints > self._limits.complaints:
                return MISBEHAVED
            await self._channel.send(frames.error(wrong.code, wrong.text))

    def _is_flooding(self) -> bool:
        second = int(asyncio.get_running_loop().time())
        if second != self._second:
            self._second, self._in_this_second = second, 0
        self._in_this_second += 1
        return self._in_this_second > self._limits.messages_per_second


def _size(message: str | bytes) -> int:
    """Return the bytes of a message, without encoding one that is too long in any case."""
    return len(message) if isinstance(message, bytes) else len(message.encode(errors="replace"))


def _wrong_with(message: str | bytes) -> Complaint | None:
    """Return what is wrong; None for a ping."""
    if isinstance(message, bytes):
        return _NOT_JSON
    try:
        kind = msgspec.json.decode(message, type=frames.ClientMessage).type
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return _NOT_JSON
    return None if kind == "ping" else _UNKNOWN_TYPE
