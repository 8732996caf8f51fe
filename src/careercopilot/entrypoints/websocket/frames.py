"""The messages of the live channel: ``{id, type, data}`` in JSON text."""

from typing import Final

import msgspec

from careercopilot.modules.messaging.api.models import FeedStart, NotificationView

PONG: Final = '{"type":"pong"}'


class ClientMessage(msgspec.Struct):
    """What a client may send; so far only ``{"type": "ping"}``."""

    type: str


def ready(start: FeedStart) -> str:
    """Say from where on notifications follow: ``last_event_id`` is good for opening the channel again."""
    return _text({"id": None, "type": "ready", "data": {"last_event_id": start.last_event_id, "unread": start.unread}})


def notification(view: NotificationView) -> str:
    """Tell a notification; the message's id is the notification's."""
    return _text({"id": view.id, "type": "notification", "data": view})


def error(code: str, message: str) -> str:
    """Tell the client what was wrong with what it sent."""
    return _text({"type": "error", "data": {"code": code, "message": message}})


def _text(message: object) -> str:
    return msgspec.json.encode(message).decode()
