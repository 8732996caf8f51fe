"""A small server of its own for the metrics of a process that serves nothing else."""

from threading import Thread
from wsgiref.simple_server import WSGIServer

from prometheus_client import start_http_server

from careercopilot.adapters.prometheus.metrics import PrometheusMetrics

_HOST = "127.0.0.1"


class PrometheusServer:
    """Answers on loopback, in a thread."""

    def __init__(self, metrics: PrometheusMetrics, port: int) -> None:
        self.port = port
        self._metrics = metrics
        self._running: tuple[WSGIServer, Thread] | None = None

    def start(self) -> None:
        """Begin to answer. Raises OSError when the port is taken."""
        self._running = start_http_server(self.port, _HOST, self._metrics.registry)

    def stop(self) -> None:
        """Answer no more."""
        if self._running is not None:
            server, thread = self._running
            server.shutdown()
            server.server_close()
            thread.join()
            self._running = None
