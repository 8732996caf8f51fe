"""One ASGI application of HTTP and WebSocket, and the server that runs it."""
