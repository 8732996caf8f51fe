"""A catalogue of generated jobs, stored as ingestion stores them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import asyncpg
import msgspec

from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.domain.search_text import fold

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

_LEVELS = ("", "Junior ", "Senior ", "Staff ", "Lead ")
_CRAFTS = (
    "Python Engineer", "Backend Developer", "Data Analyst", "Site Reliability Engineer", "Product Designer",
    "Registered Nurse", "Accountant", "Electrician", "Account Executive", "Support Specialist",
    "Machine Learning Engineer", "Technical Writer", "Recruiter", "Warehouse Associate", "Legal Counsel",
)  # fmt: skip
_PLACES = (
    ("Berlin", None, "DE"), ("Warsaw", None, "PL"), ("New York", "New York", "US"), ("London", None, "GB"),
    ("Toronto", "Ontario", "CA"), ("Paris", None, "FR"), ("Amsterdam", None, "NL"), ("Lisbon", None, "PT"),
)  # fmt: skip
_SYLLABLES = ("ka", "lo", "mi", "ter", "van", "so", "ri", "den", "pal", "umi", "gra", "nex", "bo", "lin", "sta", "qui")
_REMOTE = ("remote", "hybrid", "onsite", "unknown")


@dataclass(frozen=True)
class Generated:
    """One job in the columns of the tables it goes to."""

    job: tuple[object, ...]
    text: tuple[object, ...]
    posting: tuple[object, ...]
    words: tuple[object, ...]


JOB_COLUMNS = (
    "id", "title", "company_name", "company_url", "locations", "remote", "remote_countries", "employment_type",
    "seniority", "salary", "skills", "url", "apply_url", "posted_date", "first_seen_at", "version",
)  # fmt: skip
TEXT_COLUMNS = ("job_id", "html", "text")
POSTING_COLUMNS = (
    "id", "board_id", "source", "external_id", "job_id", "fingerprint", "url", "first_seen_at", "last_seen_at",
)  # fmt: skip
WORD_COLUMNS = (
    "job_id", "sort_date", "title", "company", "body", "places", "countries", "remote", "employment_type",
    "salary_min", "salary_max", "currency",
)  # fmt: skip

_INDEX = """
INSERT INTO jobs.job_search (job_id, open, sort_date, document, company, places, countries, remote, employment_type,
    salary_min, salary_max, currency, skills, sources)
SELECT job_id, true, sort_date, setweight(to_tsvector('jobs.words', title), 'A')
    || setweight(to_tsvector('jobs.words', company), 'B') || to_tsvector('jobs.words', body),
    to_tsvector('jobs.words', company), to_tsvector('jobs.words', places), countries, remote, employment_type,
    salary_min, salary_max, currency, '{}', '{ashby}'
FROM generated_words
"""
_TERMS = """
INSERT INTO jobs.term SELECT DISTINCT unnest(string_to_array(title || ' ' || company, ' ')) FROM generated_words
ON CONFLICT DO NOTHING
"""


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """Make up words."""
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]


def generate(count: int, board_id: UUID, seed: int = 7) -> Iterator[Generated]:
    """Yield jobs; the same ones for the same seed, but for their ids."""
    chance = random.Random(seed)
    words = vocabulary(6000, chance)
    employers = [" ".join(w.capitalize() for w in chance.sample(words, 2)) for _ in range(max(1, count // 40))]
    for number in range(count):
        yield _one(number, board_id, chance, words, employers)


def _one(number: int, board_id: UUID, chance: random.Random, words: list[str], employers: list[str]) -> Generated:
    job_id, title = new_id(), chance.choice(_LEVELS) + chance.choice(_CRAFTS)
    employer, (city, region, country) = chance.choice(employers), chance.choice(_PLACES)
    body = " ".join(words[int(len(words) * chance.random() ** 3)] for _ in range(180))
    posted = TODAY - timedelta(days=int(120 * chance.random()))
    remote, paid = chance.choice(_REMOTE), chance.random() < 0.4
    low = float(chance.randrange(40, 160) * 1000)
    place = {"text": f"{city}, {country}", "city": city, "region": region, "country": country}
    pay = {
        "min": low, "max": low + 20_000, "currency": "EUR", "period": "year", "annual_min": low,
        "annual_max": low + 20_000, "source": "stated", "text": None,
    } if paid else None  # fmt: skip
    url = f"https://jobs.example.org/{number}"
    seen = datetime.combine(posted, datetime.min.time(), UTC)
    return Generated(
        job=(
            job_id, title, employer, None, _json([place]), remote, [], "full_time", None, _json(pay), [], url, url,
            posted, seen, 1,
        ),
        text=(job_id, f"<p>{body}</p>", body),
        posting=(new_id(), board_id, "ashby", str(number), job_id, number.to_bytes(16, "big"), url, seen, NOW),
        words=(
            job_id, posted, fold(title), fold(employer), fold(body), fold(place["text"] or ""), [country.casefold()],
            remote, "full_time", low if paid else None, low + 20_000 if paid else None, "EUR" if paid else None,
        ),
    )  # fmt: skip


def _json(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


async def fill(url: str, count: int) -> list[UUID]:
    """Store ``count`` jobs in a migrated database; return their ids."""
    connection = await asyncpg.connect(url)
    board_id = new_id()
    generated = list(generate(count, board_id))
    try:
        async with connection.transaction():
            await connection.execute(
                "INSERT INTO jobs.board (id, source, name, confirmed_at, created_at) VALUES ($1, 'ashby', 'x', $2, $2)",
                board_id, NOW,
            )  # fmt: skip
            await _copy(connection, generated)
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()
    return [UUID(str(one.job[0])) for one in generated]


async def _copy(connection: asyncpg.Connection, generated: list[Generated]) -> None:
    await connection.execute(
        "CREATE TEMPORARY TABLE generated_words (job_id uuid, sort_date date, title text, company text, body text,"
        " places text, countries text[], remote text, employment_type text, salary_min float8, salary_max float8,"
        " currency text) ON COMMIT DROP"
    )
    for table, columns, part in (
        ("job", JOB_COLUMNS, "job"),
        ("job_text", TEXT_COLUMNS, "text"),
        ("posting", POSTING_COLUMNS, "posting"),
        ("generated_words", WORD_COLUMNS, "words"),
    ):
        await connection.copy_records_to_table(
            table,
            records=(getattr(one, part) for one in generated),
            columns=columns,
            schema_name=None if part == "words" else "jobs",
        )
    await connection.execute(_INDEX)
    await connection.execute(_TERMS)
