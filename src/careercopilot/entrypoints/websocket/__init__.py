"""WebSocket: the live channel."""

from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.entrypoints.websocket.live_channel import ROUTES, live_channel

__all__ = ["ROUTES", "Limits", "live_channel"]
