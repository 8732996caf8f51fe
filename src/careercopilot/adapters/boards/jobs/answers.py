"""What an HTTP answer, or the lack of one, means for a board."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from careercopilot.modules.jobs.ports.board_reader import BoardError, BoardUnchanged

_BLOCKED = frozenset({401, 403})
_GONE = frozenset({404, 410})
_SERVER_ERRORS = range(500, 600)


class PassingBoardError(BoardError):
    """A failure that may be over in a moment; ``retry_after`` is how long the source asks to be left alone."""

    def __init__(self, code: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(code, message)
        self.retry_after = retry_after


def check_status(response: httpx.Response) -> None:
    """Raise what any status but 200 means."""
    status = response.status_code
    if status == httpx.codes.OK:
        return
    if status == httpx.codes.NOT_MODIFIED:
        raise BoardUnchanged
    if status in _GONE:
        raise BoardError("board_not_found", "The source knows no such board.")
    if status in _BLOCKED or response.headers.get("cf-mitigated") == "challenge":
        raise BoardError("blocked", f"The source refuses to answer this program (status {status}).")
    if status == httpx.codes.TOO_MANY_REQUESTS:
        raise PassingBoardError("rate_limited", "The source was asked too often.", _retry_after(response))
    if status in _SERVER_ERRORS:
        raise PassingBoardError("source_error", f"The source failed (status {status}).", _retry_after(response))
    raise BoardError("unexpected_status", f"The source answered with status {status}.")


def failed_request(error: Exception) -> BoardError:
    """Return what a request that brought no answer means."""
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return PassingBoardError("timeout", "The source did not answer in time.")
    if isinstance(error, httpx.DecodingError):
        return BoardError("not_json", "The answer's compression is broken.")
    if isinstance(error, httpx.TooManyRedirects):
        return BoardError("unexpected_status", "The source redirects without end.")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return BoardError("unreachable", "The board's address cannot be asked.")
    return PassingBoardError("unreachable", f"The source cannot be reached ({type(error).__name__}).")


def broken_body(error: Exception) -> BoardError:
    """Return what it means that an answer broke off after its headers."""
    if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError):
        return PassingBoardError("truncated", "The answer broke off half-way.")
    return failed_request(error)


def _retry_after(response: httpx.Response) -> float | None:
    stated = response.headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated)
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, IndexError):
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
