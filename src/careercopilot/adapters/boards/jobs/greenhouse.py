"""Greenhouse: a whole board in one answer, its HTML escaped once more."""

import html
from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial

from careercopilot.adapters.boards.jobs.addresses import BoardAddress
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.boards.jobs.greenhouse_pay import stated_pay
from careercopilot.adapters.boards.jobs.json_fields import Fields
from careercopilot.adapters.boards.jobs.json_rows import page_of
from careercopilot.adapters.boards.jobs.whole_boards import WholeBoards
from careercopilot.kernel.clock import Clock
from careercopilot.modules.jobs.api.models import Place, Remote
from careercopilot.modules.jobs.domain.employment import stated_employment
from careercopilot.modules.jobs.domain.moments import posted_moment
from careercopilot.modules.jobs.domain.places import distinct, read_places, remote_countries
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.remote_words import arrangement, arrangement_in_title, without_arrangement
from careercopilot.modules.jobs.domain.seniority import seniority_in_title
from careercopilot.modules.jobs.domain.wording import description, language
from careercopilot.modules.jobs.ports.board_reader import BoardPage, SourceTraits, Validators

PUBLIC_URL = "https://boards-api.greenhouse.io"
_PATH = "/v1/boards/{board}/jobs?content=true"
_READING = b"greenhouse-1"  # raise it when postings are read differently, so that all are read again
_WORKPLACE = frozenset({"workplace type", "workplace", "location type", "work type", "work model", "remote status"})
_EMPLOYMENT = frozenset({"employment type", "job type", "time type", "contract type", "employment"})


class GreenhouseReader:
    """Reads boards through Greenhouse's public job board API."""

    traits = SourceTraits(name="greenhouse", lists_everything=True)

    def __init__(self, fetcher: BoardFetcher, clock: Clock, base_url: str | None = None) -> None:
        self._boards = WholeBoards(fetcher, BoardAddress(PUBLIC_URL, base_url), _PATH)
        self._clock = clock

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        rows, validators = await self._boards.fetch(board, known)
        yield page_of(rows, partial(_posting, self._clock.now()), _READING, validators)


def _posting(now: datetime, external_id: str, job: Fields) -> Posting:
    title = job.required_title("title")
    location = job.fields("location").text("name") or job.text("location")
    content = html.unescape(job.html("content"))
    places = _places(location, job)
    remote = _remote(location, job, title)
    return Posting(
        external_id=external_id,
        title=title,
        url=job.required_url("absolute_url"),
        company_name=job.text("company_name"),
        locations=places,
        remote=remote,
        remote_countries=remote_countries(places) if remote is Remote.REMOTE else (),
        employment_type=stated_employment(_metadata(job, _EMPLOYMENT), title),
        seniority=seniority_in_title(title),
        salary=stated_pay(job, content),
        department=next((name for name in (row.text("name") for row in job.each("departments")) if name), None),
        language=language(job.text("language")),
        description_html=description(content),
        posted_at=posted_moment(job.value("first_published"), now),
        requisition_id=job.text("requisition_id"),
    )


def _places(location: str | None, job: Fields) -> tuple[Place, ...]:
    """Take the offices where the location says only how: ``Hybrid``."""
    if location and (without_arrangement(location) or arrangement(location) is Remote.REMOTE):
        return read_places(location)
    offices = [office.text("location") or office.text("name") for office in job.each("offices")]
    found = distinct(place for office in offices for place in read_places(office))
    return found or read_places(location)


def _remote(location: str | None, job: Fields, title: str) -> Remote:
    stated = (arrangement(words) for words in (_metadata(job, _WORKPLACE), location))
    return next((found for found in stated if found is not Remote.UNKNOWN), arrangement_in_title(title))


def _metadata(job: Fields, names: frozenset[str]) -> str | None:
    """Return the board's own extra field of one of these names."""
    for entry in job.each("metadata"):
        if (entry.text("name") or "").lower() in names:
            return entry.text("value") or ", ".join(entry.texts("value")) or None
    return None
