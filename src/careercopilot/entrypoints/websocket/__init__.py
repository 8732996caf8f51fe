"""WebSocket: the live channel."""

from careercopilot.entrypoints.websocket.live_channel import ROUTES, live_channel

__all__ = ["ROUTES", "live_channel"]
