"""Reading whole boards over HTTP."""

from collections.abc import Callable

import httpx
import pytest

from careercopilot.adapters.boards.jobs import PUBLIC_URLS, READERS
from careercopilot.adapters.boards.jobs.addresses import BoardAddress
from careercopilot.modules.jobs.ports.board_reader import BoardError, BoardPage, BoardReader, BoardUnchanged, Validators
from tests.support.board_fixtures import SOURCES, a_row
from tests.support.board_server import BoardServer

Readers = Callable[[str], BoardReader]
_BOARDS = {"ashby": "meadow-robotics", "greenhouse": "harbourlight", "lever": "tandem-bakery"}
_EMPTY = {"ashby": "empty-barn", "greenhouse": "quiet-quay", "lever": "closed-oven"}


async def read(reader: BoardReader, board: str, known: Validators | None = None) -> list[BoardPage]:
    return [page async for page in reader.read(board, known)]


def test_every_source_has_a_reader_and_a_public_address() -> None:
    assert set(READERS) == set(PUBLIC_URLS) == set(SOURCES)


@pytest.mark.parametrize("source", SOURCES)
async def test_a_board_is_read_to_its_end(source: str, reader: Readers, server: BoardServer) -> None:
    pages = await read(reader(source), _BOARDS[source])

    titles = [found.parse().title for page in pages for found in page.postings]
    assert len(titles) >= 2
    assert reader(source).traits.name == source
    assert reader(source).traits.lists_everything
    assert server.requests[0].headers["User-Agent"].endswith("(+tests@example.com)")


@pytest.mark.parametrize("source", SOURCES)
async def test_an_empty_board_is_an_empty_page_and_no_failure(source: str, reader: Readers) -> None:
    pages = await read(reader(source), _EMPTY[source])

    assert [page.postings for page in pages] == [()]


@pytest.mark.parametrize("source", SOURCES)
async def test_a_board_that_did_not_change_says_so(source: str, reader: Readers, server: BoardServer) -> None:
    [page] = await read(reader(source), _BOARDS[source])

    with pytest.raises(BoardUnchanged):
        await read(reader(source), _BOARDS[source], page.validators)

    server.set_jobs(source, _BOARDS[source], [a_row(source)])
    assert len((await read(reader(source), _BOARDS[source], page.validators))[0].postings) == 1


async def test_lever_is_read_in_pages_of_a_hundred(reader: Readers, server: BoardServer) -> None:
    server.set_jobs("lever", "long", [a_row("lever", number) for number in range(230)])

    pages = await read(reader("lever"), "long")

    assert [len(page.postings) for page in pages] == [100, 100, 30]
    assert [page.validators for page in pages] == [None, None, None]
    assert len({found.external_id for page in pages for found in page.postings}) == 230


async def test_a_full_last_page_is_followed_by_an_empty_one(reader: Readers, server: BoardServer) -> None:
    server.set_jobs("lever", "even", [a_row("lever", number) for number in range(100)])

    assert [len(page.postings) for page in await read(reader("lever"), "even")] == [100, 0]


async def test_a_site_that_repeats_its_page_is_an_error(reader: Readers, server: BoardServer) -> None:
    server.set_jobs("lever", "stuck", [a_row("lever", number % 100) for number in range(300)])

    with pytest.raises(BoardError) as failure:
        await read(reader("lever"), "stuck")

    assert failure.value.code == "unexpected_shape"


@pytest.mark.parametrize("board", ["a/../b", "..%2f..", "über uns", "x?y=1#z", "a\\b", "{board}", "%2e%2e"])
async def test_a_strange_name_stays_within_its_place_in_the_path(
    board: str, reader: Readers, server: BoardServer
) -> None:
    server.set_jobs("ashby", board, [a_row("ashby")])

    [page] = await read(reader("ashby"), board)

    assert len(page.postings) == 1
    assert server.requests[0].board == board


@pytest.mark.parametrize("board", ["", " ", ".", "..", "x" * 201])
async def test_a_name_that_no_board_can_have_is_not_asked_for(board: str, reader: Readers, server: BoardServer) -> None:
    with pytest.raises(BoardError) as failure:
        await read(reader("greenhouse"), board)

    assert failure.value.code == "board_not_found"
    assert server.requests == []


def test_a_base_url_may_hold_the_board_itself() -> None:
    address = BoardAddress("https://api.example", "https://{board}.jobs.example/")

    assert address.of("acme", "/v1/{board}") == "https://acme.jobs.example/v1/acme"
    assert not address.is_public
    assert httpx.URL(address.of("evil.example/", "/v1")).host.endswith(".jobs.example")
