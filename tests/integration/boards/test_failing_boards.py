"""What can go wrong with a source, and what is said of it."""

import time
from collections.abc import Callable

import pytest

from careercopilot.adapters.boards.jobs import READERS
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.boards.jobs.policy import FetchPolicy
from careercopilot.modules.jobs.ports.board_reader import BoardError, BoardReader
from tests.support.board_fixtures import SOURCES, a_row
from tests.support.board_server import BoardServer, Fault
from tests.support.clock import FixedClock

Readers = Callable[[str], BoardReader]
_BOARD = "faulty"


async def failure(reader: BoardReader) -> str:
    with pytest.raises(BoardError) as raised:
        async for _ in reader.read(_BOARD, None):
            pass
    return raised.value.code


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("status", 404), ("board_not_found", 1)),
        (Fault("status", 410), ("board_not_found", 1)),
        (Fault("status", 401), ("blocked", 1)),
        (Fault("status", 403), ("blocked", 1)),
        (Fault("status", 418), ("unexpected_status", 1)),
        (Fault("status", 302, headers=(("Location", "/elsewhere"),)), ("unexpected_status", 1)),
        (Fault("html"), ("not_json", 1)),
        (Fault("garbage"), ("not_json", 1)),
        (Fault("shape"), ("unexpected_shape", 1)),
        (Fault("status", 503, headers=(("cf-mitigated", "challenge"),)), ("blocked", 1)),
        (Fault("status", 429), ("rate_limited", 4)),
        (Fault("status", 500), ("source_error", 4)),
        (Fault("status", 503), ("source_error", 4)),
        (Fault("cut"), ("truncated", 4)),
        (Fault("drop"), ("unreachable", 4)),
        (Fault("slow", seconds=0.5), ("timeout", 4)),
    ],
)
async def test_each_failure_has_its_code(
    source: str, fault: Fault, expected: tuple[str, int], reader: Readers, server: BoardServer
) -> None:
    server.set_jobs(source, _BOARD, [a_row(source)])
    server.fail(source, _BOARD, fault)

    assert (await failure(reader(source)), len(server.requests)) == expected


@pytest.mark.parametrize("fault", [Fault("status", 503, times=2), Fault("drop", times=2), Fault("cut", times=2)])
async def test_what_passes_by_itself_is_waited_for(fault: Fault, reader: Readers, server: BoardServer) -> None:
    server.set_jobs("ashby", _BOARD, [a_row("ashby")])
    server.fail("ashby", _BOARD, fault)

    pages = [page async for page in reader("ashby").read(_BOARD, None)]

    assert len(pages[0].postings) == 1
    assert len(server.requests) == 3


async def test_retry_after_is_honoured(reader: Readers, server: BoardServer) -> None:
    server.set_jobs("ashby", _BOARD, [a_row("ashby")])
    server.fail("ashby", _BOARD, Fault("status", 429, times=1, headers=(("Retry-After", "1"),)))
    started = time.monotonic()

    assert [page async for page in reader("ashby").read(_BOARD, None)]

    assert time.monotonic() - started >= 1


async def test_a_source_that_asks_for_too_long_is_left_alone_at_once(reader: Readers, server: BoardServer) -> None:
    server.fail("ashby", _BOARD, Fault("status", 429, headers=(("Retry-After", "3600"),)))

    assert await failure(reader("ashby")) == "rate_limited"
    assert len(server.requests) == 1


async def test_a_later_page_that_fails_fails_the_read(reader: Readers, server: BoardServer) -> None:
    server.set_jobs("lever", _BOARD, [a_row("lever", number) for number in range(150)])
    pages = aiter(reader("lever").read(_BOARD, None))
    assert len((await anext(pages)).postings) == 100
    server.fail("lever", _BOARD, Fault("status", 403))

    with pytest.raises(BoardError) as raised:
        await anext(pages)

    assert raised.value.code == "blocked"


async def test_an_answer_beyond_all_reason_is_not_taken(server: BoardServer, clock: FixedClock) -> None:
    server.set_jobs("ashby", _BOARD, [a_row("ashby", number) for number in range(50)])
    fetcher = BoardFetcher("tests@example.com", FetchPolicy(max_bytes=10_000))

    assert await failure(READERS["ashby"](fetcher, clock, server.url("ashby"))) == "too_large"
    await fetcher.aclose()


async def test_a_source_that_is_not_there_is_unreachable(fetcher: BoardFetcher, clock: FixedClock) -> None:
    assert await failure(READERS["lever"](fetcher, clock, "http://127.0.0.1:9")) == "unreachable"
    assert await failure(READERS["lever"](fetcher, clock, "ftp://jobs.example")) == "unreachable"
