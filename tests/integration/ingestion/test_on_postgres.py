"""What only the real database can show of ingestion."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.modules.jobs.api.models import EmploymentType, Place, Remote, Salary, SalaryPeriod
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import RefreshDemo, RemoveDemo
from careercopilot.modules.jobs.ports.board_reader import BoardError, SourceTraits
from tests.support.clock import FixedClock
from tests.support.ingestion import (
    BOARD,
    SOURCE,
    Ingesting,
    found,
    ingesting,
    many,
    moment,
    page,
    readers_of,
)

DAY = timedelta(days=1)


@pytest.fixture
async def ingestion(database_url: str, clock: FixedClock) -> AsyncIterator[Ingesting]:
    async with ingesting(clock, database_url) as made:
        yield made


@pytest.fixture
async def sql(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database_url)
    yield connection
    await connection.close()


RICH: dict[str, Any] = {
    "company_name": "Łódź Works",
    "company_url": "https://works.example",
    "apply_url": "https://works.example/apply",
    "locations": (Place("Łódź, Poland", "Łódź", None, "Poland"), Place("Remote, EU")),
    "remote": Remote.HYBRID,
    "remote_countries": ("PL", "DE"),
    "employment_type": EmploymentType.CONTRACT,
    "seniority": "senior",
    "salary": Salary(min=10, max=20, currency="PLN", period=SalaryPeriod.HOUR, annual_min=20800, annual_max=41600),
    "visa_sponsorship": True,
    "department": "Welding",
    "language": "pl",
    "posted_at": moment("2026-02-27T23:30:00+00:00"),
}


async def test_everything_a_posting_says_is_stored(ingestion: Ingesting, sql: asyncpg.Connection) -> None:
    await ingestion.run(page(found("1", "C++ Welder", "<p>Weld <script>x</script>robots</p>", **RICH)))
    job = await sql.fetchrow(
        "SELECT * FROM jobs.job JOIN jobs.job_text ON job_id = id JOIN jobs.job_search USING (job_id)"
    )
    assert job["title"] == "C++ Welder"
    assert (job["company_name"], job["company_url"]) == ("Łódź Works", "https://works.example")
    assert '"text":"Łódź, Poland"' in job["locations"].replace('": "', '":"')
    assert (job["remote"], job["remote_countries"]) == ("hybrid", ["PL", "DE"])
    assert (job["employment_type"], job["seniority"], job["visa_sponsorship"]) == ("contract", "senior", True)
    assert (job["salary_min"], job["salary_max"], job["currency"]) == (20800, 41600, "PLN")
    assert str(job["posted_date"]) == str(job["sort_date"]) == "2026-02-27"
    assert job["countries"] == ["poland", "pl", "de"]
    assert (job["open"], job["sources"], job["version"]) == (True, [SOURCE], 1)
    assert "script" not in job["html"]
    assert job["text"] == "Weld robots"


@pytest.mark.parametrize(
    ("words", "weight"), [("cplusplus <-> welder", "A"), ("acme", "B"), ("weld:*", "C"), ("robot", "D")]
)
async def test_words_are_found_by_their_rank(
    ingestion: Ingesting, sql: asyncpg.Connection, words: str, weight: str
) -> None:
    await ingestion.run(page(found("1", "C++ Welder", "<p>Robots</p>", **RICH)))
    assert await sql.fetchval(
        "SELECT ts_filter(document, $2) @@ to_tsquery('jobs.words', $1) FROM jobs.job_search", words, [weight.encode()]
    )


async def test_terms_are_gathered_from_titles_and_companies(ingestion: Ingesting, sql: asyncpg.Connection) -> None:
    await ingestion.run(page(found("1", "Welder 2024"), found("2", "Baker")))
    terms = {row["word"] for row in await sql.fetch("SELECT word FROM jobs.term")}
    assert terms == {"welder", "baker", "acme", "robotics"}


async def test_last_seen_moves_with_the_board_and_not_row_by_row(
    ingestion: Ingesting, sql: asyncpg.Connection, clock: FixedClock
) -> None:
    first = clock.now()
    await ingestion.run(page(*many(3)))
    clock.advance(DAY)
    await ingestion.run()
    confirmed = clock.now()
    assert {row["last_seen_at"] for row in await sql.fetch("SELECT last_seen_at FROM jobs.posting")} == {first}
    assert await sql.fetchval("SELECT confirmed_at FROM jobs.board") == confirmed
    clock.advance(DAY)
    await ingestion.run(page(*many(2)))
    closed = await sql.fetchrow("SELECT last_seen_at, closed_at FROM jobs.posting WHERE closed_at IS NOT NULL")
    assert (closed["last_seen_at"], closed["closed_at"]) == (confirmed, clock.now())
    assert await sql.fetchval("SELECT count(*) FROM jobs.job_search WHERE open") == 2


async def test_a_partial_run_moves_last_seen_of_what_it_saw(
    ingestion: Ingesting, sql: asyncpg.Connection, clock: FixedClock
) -> None:
    first = clock.now()
    await ingestion.run(page(*many(3)))
    clock.advance(DAY)
    await ingestion.run(page(*many(2)), BoardError("truncated", "Cut."))
    rows = await sql.fetch("SELECT last_seen_at FROM jobs.posting ORDER BY external_id")
    assert [row["last_seen_at"] for row in rows] == [clock.now(), clock.now(), first]


async def test_versions_count_every_change_of_a_job(ingestion: Ingesting, sql: asyncpg.Connection) -> None:
    await ingestion.run(page(found("1"), found("2")))
    await ingestion.run(page(found("1", "Plumber"), found("2")))
    await ingestion.run(page(found("2")))
    await ingestion.run(page(found("1", "Plumber"), found("2")))
    rows = await sql.fetch("SELECT version, closed_at FROM jobs.job ORDER BY title")
    assert [(row["version"], row["closed_at"]) for row in rows] == [(1, None), (4, None)]


async def test_hostile_text_of_every_kind_can_be_stored(ingestion: Ingesting) -> None:
    wide = " ".join(chr(0x10000 + number) + chr(0x10400 + number % 40) for number in range(60_000))
    texts = [
        "<p>" + "x" * 300_000 + "</p>",
        f"<p>{wide}</p>",
        "<p>" + "a\x1fb " * 5000 + "</p>",
        "<p>\\0 ' \" $1 {}</p>",
    ]
    run = await ingestion.run(page(*(found(str(n), "T\x1f", text) for n, text in enumerate(texts))))
    assert (run.status, run.new, run.rejected) == ("complete", 4, 0)


async def test_two_runs_of_one_board_at_once_are_one_after_the_other(ingestion: Ingesting) -> None:
    ingestion.reader.fill(BOARD, page(*many(300)), page(*many(300, start=300)))
    await ingestion.call(FollowBoard, lambda follow: follow(SOURCE, BOARD))
    runs = await asyncio.gather(*(ingestion.ingest(wait=timedelta(seconds=30)) for _ in range(4)))
    assert sorted((run.new, run.unchanged) for run in runs) == [(0, 600), (0, 600), (0, 600), (600, 0)]


async def test_many_boards_with_the_same_words_do_not_lock_each_other_out(ingestion: Ingesting) -> None:
    for number in range(8):
        ingestion.reader.fill(f"board-{number}", page(*reversed(many(120))), page(*many(120, start=60)))
    runs = await asyncio.gather(*(ingestion.run(board=f"board-{number}") for number in range(8)))
    assert {(run.status, run.new) for run in runs} == {("complete", 180)}


async def test_a_run_that_is_cancelled_anywhere_leaves_a_ledger_that_agrees(
    ingestion: Ingesting, sql: asyncpg.Connection
) -> None:
    ingestion.reader.fill(BOARD, *(page(*many(250, start=start)) for start in range(0, 2000, 250)))
    await ingestion.call(FollowBoard, lambda follow: follow(SOURCE, BOARD))
    for pause in (0.0, 0.02, 0.05, 0.1, 0.2):
        running = asyncio.create_task(ingestion.ingest())
        await asyncio.sleep(pause)
        running.cancel()
        await asyncio.wait([running])
        stored = await sql.fetchval("SELECT count(*) FROM jobs.posting")
        told = await sql.fetchval("SELECT coalesce(sum(new), 0) FROM jobs.source_run")
        assert stored == told
        assert await sql.fetchval("SELECT count(*) FROM jobs.source_run WHERE status = 'running'") == 0
        assert await sql.fetchval("SELECT lease_owner FROM jobs.board") is None
    run = await ingestion.ingest()
    assert (run.status, run.fetched) == ("complete", 2000)
    assert await sql.fetchval("SELECT count(*) FROM jobs.job") == 2000


async def test_taking_the_demo_away_leaves_nothing_of_it(
    database_url: str, clock: FixedClock, sql: asyncpg.Connection
) -> None:
    demo = MemoryBoardReader(SourceTraits("demo", lists_everything=True))
    demo.fill("demo", page(*many(3)))
    real = MemoryBoardReader(SourceTraits(SOURCE, lists_everything=True))
    async with ingesting(clock, database_url, readers_of(demo, real)) as ingestion:
        real.fill(BOARD, page(*many(2)))
        await ingestion.run(board=BOARD)
        await ingestion.call(RefreshDemo, lambda refresh: refresh())
        assert await ingestion.call(RemoveDemo, lambda remove: remove()) == 3
    for table in ("job", "job_text", "job_search", "posting"):
        assert await sql.fetchval(f"SELECT count(*) FROM jobs.{table}") == 2
    assert await sql.fetchval("SELECT count(*) FROM jobs.board WHERE source = 'demo'") == 0
