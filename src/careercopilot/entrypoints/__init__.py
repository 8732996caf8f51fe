"""HTTP, WebSocket, worker and command line: they turn the outside world into use-case calls."""
