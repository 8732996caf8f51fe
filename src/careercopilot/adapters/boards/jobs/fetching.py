"""Fetching a board's answer: bounded in time and size, patient with what passes by itself."""

import asyncio
from dataclasses import dataclass
from importlib.metadata import version

import httpx
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    stop_before_delay,
    wait_exponential_jitter,
)

from careercopilot.adapters.boards.jobs.answers import PassingBoardError, broken_body, check_status, failed_request
from careercopilot.adapters.boards.jobs.policy import FetchPolicy
from careercopilot.modules.jobs.ports.board_reader import BoardError, Validators

_FAILURES = (httpx.HTTPError, httpx.InvalidURL, TimeoutError)


@dataclass(frozen=True)
class Fetched:
    """A complete answer, and what to ask "changed since?" with."""

    body: bytes
    validators: Validators | None


class BoardFetcher:
    """Fetches JSON from sources; one for the process, so that connections are kept and shared."""

    def __init__(self, contact: str, policy: FetchPolicy | None = None) -> None:
        self._policy = policy or FetchPolicy()
        self._client = httpx.AsyncClient(
            headers={"User-Agent": _user_agent(contact), "Accept": "application/json", "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self._policy.read_timeout, connect=self._policy.connect_timeout),
            limits=httpx.Limits(max_connections=64, max_keepalive_connections=32, keepalive_expiry=15),
            max_redirects=self._policy.max_redirects,
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def fetch(self, url: str, known: Validators | None = None, *, follow_redirects: bool = False) -> Fetched:
        """Return the answer to a GET; raise BoardUnchanged when ``known`` still holds, BoardError on failure."""
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(PassingBoardError),
            stop=stop_after_attempt(self._policy.attempts) | stop_before_delay(self._policy.patience),
            wait=self._wait,
            reraise=True,
        )
        return await retrying(self._attempt, url, _conditions(known), follow_redirects)

    def _wait(self, state: RetryCallState) -> float:
        """Back off at random around a doubling time, and at least as long as the source asks for."""
        first = self._policy.first_wait
        pause = wait_exponential_jitter(multiplier=first, max=self._policy.longest_wait, jitter=first)(state)
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after if isinstance(error, PassingBoardError) else None
        return max(pause, asked or 0.0)

    async def _attempt(self, url: str, headers: dict[str, str], follow_redirects: bool) -> Fetched:  # noqa: FBT001
        try:
            async with asyncio.timeout(self._policy.total_timeout):
                async with self._client.stream(
                    "GET", url, headers=headers, follow_redirects=follow_redirects
                ) as answer:
                    check_status(answer)
                    return Fetched(await self._body(answer), _validators(answer))
        except _FAILURES as error:
            raise failed_request(error) from error

    async def _body(self, answer: httpx.Response) -> bytes:
        body = bytearray()
        try:
            async for chunk in answer.aiter_bytes():
                body += chunk
                if len(body) > self._policy.max_bytes:
                    raise BoardError("too_large", f"The answer is larger than {self._policy.max_bytes} bytes.")
        except httpx.HTTPError as error:
            raise broken_body(error) from error
        return bytes(body)


def _user_agent(contact: str) -> str:
    return f"CareerCopilot/{version('careercopilot')} (+{contact})"


def _conditions(known: Validators | None) -> dict[str, str]:
    stated = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
    return {name: value for name, value in stated.items() if value}


def _validators(answer: httpx.Response) -> Validators | None:
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    return Validators(etag, modified) if etag or modified else None
