"""Fixtures that every kind of test may use."""

import logging
import os
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog
from dishka import AsyncContainer

from tests.support.chroma_server import ChromaServer
from tests.support.clock import FixedClock
from tests.support.databases import TestServer, empty, running_server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Where everything is there to be tested, a skipped test is a failure: it would hide what nobody looked at."""
    session = terminalreporter._session
    if os.environ.get("CI") == "true" and terminalreporter.stats.get("skipped") and session is not None:
        terminalreporter.write_line("tests were skipped, which CI does not allow", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def logging_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A command that runs within a test configures the logs of this process; the next test finds them untouched."""
    configure, root = structlog.configure, logging.getLogger()
    level = root.level
    # A logger that was kept would go on with the configuration of the test that used it first.
    monkeypatch.setattr(structlog, "configure", lambda **how: configure(**how | {"cache_logger_on_first_use": False}))
    yield
    root.setLevel(level)
    root.handlers[:] = [handler for handler in root.handlers if type(handler) is not logging.StreamHandler]
    structlog.reset_defaults()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def memory_container(clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    from tests.support.containers import in_memory  # noqa: PLC0415 - only tests of the whole wiring pay for it

    container = in_memory(clock)
    yield container
    await container.close()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestServer]:
    """One server for the whole run."""
    with running_server(tmp_path_factory.mktemp("postgres")) as server:
        yield server


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaServer]:
    """One Chroma for the whole run; tests use collections of their own, or begin by emptying it."""
    with ChromaServer(tmp_path_factory.mktemp("chroma")) as server:
        yield server


@pytest.fixture(scope="module")
async def module_database(postgres_server: TestServer) -> AsyncIterator[str]:
    url = await postgres_server.create()
    yield url
    await postgres_server.drop(url)


@pytest.fixture
async def database_url(module_database: str) -> str:
    """An empty, migrated database."""
    await empty(module_database)
    return module_database


@pytest.fixture
async def postgres_container(database_url: str, clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    from tests.support.containers import on_postgres  # noqa: PLC0415 - as above

    container = on_postgres(database_url, clock)
    yield container
    await container.close()


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Redis for the whole run."""
    from tests.support.redis_server import running_redis  # noqa: PLC0415 - only tests of the scaled-out form pay for it

    with running_redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """An empty Redis."""
    from tests.support.redis_server import flush  # noqa: PLC0415 - as above

    flush(redis_server)
    return redis_server


@pytest.fixture
async def scaled_out_container(database_url: str, redis_url: str, clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    """PostgreSQL and Redis. Suites of ports that differ on it add it to the kinds they run on."""
    from tests.support.containers import scaled_out  # noqa: PLC0415 - as above

    container = scaled_out(database_url, redis_url, clock)
    yield container
    await container.close()


@pytest.fixture(params=["memory", "postgres"])
def container(request: pytest.FixtureRequest) -> AsyncContainer:
    """The whole wiring, once on each kind of adapter."""
    return request.getfixturevalue(f"{request.param}_container")  # type: ignore[no-any-return]
