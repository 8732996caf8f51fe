"""Boards for benchmarks: made up, in the shape of a job board's API, and served over loopback.

python benchmarks/board_feed.py --boards 24 --postings 500      (prints its port, serves until it is ended)
python benchmarks/board_feed.py --snapshot rows.json.gz
"""

import argparse
import asyncio
import gzip
import json
import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

_SPOKEN = """
the and to of a in for with our you we will your as is on are that be an from this team work or their have by across
experience skills role building product engineering customers design data support business development technical strong
ability systems new years help company people join working develop software solutions quality using environment lead
understanding other best opportunity communication management tools projects platform process technology required
responsibilities benefits time knowledge services health including problems services global partner create performance
service deliver teams culture world high growth related ensure field cloud values learning security sales marketing
finance operations legal research nurse patient clinic safety compliance warehouse driver electrician maintenance
teacher school students curriculum kitchen guests hotel account executive pipeline revenue forecast python java sql
kubernetes aws terraform react typescript api backend frontend mobile android machine model training inference pension
insurance dental vision parental leave remote hybrid office flexible hours salary equity bonus stock options visa
sponsorship degree bachelor master equivalent written verbal detail oriented fast paced stakeholders roadmap deadline
analysis reporting dashboards metrics experiments hypothesis customer success onboarding renewal contract negotiation
"""
_SYLLABLES = """
ab ac ad al am an ar as ba ber ca cen co con da de den di dor el en er es fa fer ga gen ha hol in ir is jo ka
ken la len lo lum ma men mi mon na nel no or pa per po ra ren ri ro sa sen si sol ta ten ti tor ul un va ven
vi vor
"""
_TITLES = ("Engineer", "Nurse", "Electrician", "Account Executive", "Data Analyst", "Teacher", "Driver", "Designer")
_LEVELS = ("Junior", "", "Senior", "Staff", "Lead")
_PLACES = ("Berlin, Germany", "New York, NY", "London, United Kingdom", "Remote", "Toronto, Canada", "Lyon, France")
_VOCABULARY, _WORDS, _BOILERPLATE = 12_000, 460, 140


class Wording:
    """Text whose words are as frequent as in a language: few of them often, many of them seldom."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        syllables = _SYLLABLES.split()
        rare = {"".join(self._random.choices(syllables, k=self._random.randint(2, 4))) for _ in range(_VOCABULARY)}
        self._words = list(dict.fromkeys([*_SPOKEN.split(), *sorted(rare)]))
        self._weights = list(accumulate(1 / (rank + 3) ** 1.06 for rank in range(len(self._words))))

    def words(self, count: int) -> list[str]:
        total = self._weights[-1]
        return [self._words[bisect(self._weights, self._random.random() * total)] for _ in range(count)]

    def html(self, count: int) -> str:
        """Return paragraphs and lists of about so many words."""
        parts, left = [], count
        while left > 0:
            sentence = " ".join(self.words(14)).capitalize()
            kind = self._random.random()
            parts.append(
                f"<li>{sentence}</li>"
                if kind < 0.5
                else f"<p><strong>{sentence}</strong> &amp; more \u2013 that\u2019s what we\u2019re after.</p>"
            )
            left -= 16
        return "<h2>What you will do</h2><ul>" + "".join(parts) + "</ul>"

    def choose(self, options: tuple[str, ...]) -> str:
        return self._random.choice(options)

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)


def generated(boards: int, postings: int, seed: int = 1) -> dict[str, bytes]:
    """Return the answer of each board, by path."""
    wording = Wording(seed)
    answers = {}
    for board in range(boards):
        about = wording.html(_BOILERPLATE)
        jobs = [_job(wording, board * postings + number, about) for number in range(postings)]
        answers[f"/ashby/posting-api/job-board/bench-{board}"] = json.dumps({"apiVersion": "1", "jobs": jobs}).encode()
    return answers


def _job(wording: Wording, number: int, about: str) -> dict[str, Any]:
    place = wording.choose(_PLACES)
    html = wording.html(_WORDS) + about
    low = wording.number(40, 160) * 1000
    address = f"https://jobs.example.com/{number}"
    return {
        "id": str(UUID(int=number + 1)),
        "title": f"{wording.choose(_LEVELS)} {wording.choose(_TITLES)} {wording.words(1)[0]}".strip(),
        "department": "Operations",
        "team": "Field",
        "employmentType": "FullTime",
        "location": place,
        "secondaryLocations": [],
        "publishedAt": f"2026-0{wording.number(1, 6)}-1{wording.number(0, 9)}T09:00:00.000+00:00",
        "isListed": True,
        "isRemote": place == "Remote",
        "workplaceType": None,
        "address": {"postalAddress": {"addressCountry": place.rpartition(", ")[2]}},
        "jobUrl": address,
        "applyUrl": f"{address}/application",
        "descriptionHtml": html,
        "descriptionPlain": html.replace("<li>", "- ").replace("</li>", "\n"),
        "compensation": {
            "compensationTierSummary": f"{low} - {low + 20000}",
            "summaryComponents": [
                {
                    "compensationType": "Salary",
                    "interval": "1 YEAR",
                    "minValue": low,
                    "maxValue": low + 20000,
                    "currencyCode": "USD",
                }
            ],
        },
    }


def snapshot(file: Path) -> dict[str, bytes]:
    """Wrap the rows of a crawl as each board's own answer; such rows have no descriptions."""
    raw = file.read_bytes()
    rows = json.loads(gzip.decompress(raw) if file.suffix == ".gz" else raw)
    boards: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        boards[row["company_slug"]].append(_wrapped(row))
    return {
        f"/greenhouse/v1/boards/{slug}/jobs": json.dumps({"jobs": jobs, "meta": {"total": len(jobs)}}).encode()
        for slug, jobs in boards.items()
    }


def _wrapped(row: dict[str, Any]) -> dict[str, Any]:
    departments = [{"name": name} if isinstance(name, str) else name for name in row.get("departments") or []]
    return {
        "id": row["id"],
        "title": row["title"],
        "updated_at": row.get("updated_at"),
        "location": {"name": row.get("location")},
        "absolute_url": row.get("absolute_url") or row["url"],
        "company_name": row.get("company"),
        "departments": departments,
        "offices": [],
        "metadata": None,
        "content": "",
    }


def boards_of(answers: dict[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield source, board and path of each answer."""
    for path in answers:
        parts = path.split("/")
        yield parts[1], parts[4], path


class Server:
    """Answers GET over kept-alive connections, without validators, so that nobody can ask "changed since?"."""

    def __init__(self, answers: dict[str, bytes]) -> None:
        self._answers = answers
        self._index = json.dumps(list(boards_of(answers))).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode().partition("?")[0]
                body = self._index if path == "/index" else self._answers.get(path)
                status = b"200 OK" if body is not None else b"404 Not Found"
                body = body or b"{}"
                headers = b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
                writer.write(b"HTTP/1.1 " + status + b"\r\n" + headers + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


async def _serve(answers: dict[str, bytes]) -> None:
    server = await asyncio.start_server(Server(answers).serve, "127.0.0.1", 0, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boards", type=int, default=24)
    parser.add_argument("--postings", type=int, default=500)
    parser.add_argument("--snapshot", type=Path)
    arguments = parser.parse_args()
    made = snapshot(arguments.snapshot) if arguments.snapshot else generated(arguments.boards, arguments.postings)
    asyncio.run(_serve(made))


if __name__ == "__main__":
    main()
