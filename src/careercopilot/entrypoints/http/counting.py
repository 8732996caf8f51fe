"""What is counted and measured of every request."""

from careercopilot.kernel.metrics import Counter, Histogram, Metrics

_REQUESTS = Counter("http_requests_total", "Answered requests.", ("method", "route", "status"))
_SECONDS = Histogram("http_request_seconds", "Time until a request was answered.", ("method", "route"))
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
UNMATCHED = "unmatched"


def count_request(metrics: Metrics, method: str, route: str | None, status: int, seconds: float) -> None:
    """Count a request by its route's template; what a stranger makes up never becomes a label.

    Status 0 says that the caller hung up before there was an answer.
    """
    known, template = method if method in _METHODS else "other", route or UNMATCHED
    metrics.count(_REQUESTS, known, template, str(status))
    metrics.observe(_SECONDS, seconds, known, template)
