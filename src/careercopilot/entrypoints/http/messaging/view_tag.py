"""Entity tags of notifications, which have no version: all of what is shown makes the tag."""

from typing import Any

import msgspec
from litestar import Request

from careercopilot.entrypoints.http.conditional import content_tag
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.messaging.api.models import NotificationView


def tag_of(notification: NotificationView) -> str:
    """Return the entity tag."""
    return content_tag(msgspec.json.encode(notification, order="deterministic"))


def demanded(request: Request[Any, Any, Any], seen: NotificationView) -> NotificationView | None:
    """Return the state that If-Match demands, None without one. Raises PreconditionFailed when it is not ``seen``."""
    header = request.headers.get("if-match")
    if header is None or header.strip() == "*":
        return None
    if tag_of(seen) not in {tag.strip() for tag in header.split(",")}:
        raise PreconditionFailed
    return seen
