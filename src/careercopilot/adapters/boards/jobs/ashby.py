"""Ashby: a whole board in one answer; it never says the employer's name."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from functools import partial

from careercopilot.adapters.boards.jobs.addresses import BoardAddress
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.boards.jobs.json_fields import Fields
from careercopilot.adapters.boards.jobs.json_rows import page_of
from careercopilot.adapters.boards.jobs.whole_boards import WholeBoards
from careercopilot.kernel.clock import Clock
from careercopilot.modules.jobs.api.models import Place, Remote, Salary
from careercopilot.modules.jobs.domain.employment import stated_employment
from careercopilot.modules.jobs.domain.moments import posted_moment
from careercopilot.modules.jobs.domain.pay import pay_period, salary
from careercopilot.modules.jobs.domain.places import distinct, remote_countries, stated_place
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.remote_words import arrangement, arrangement_in_title
from careercopilot.modules.jobs.domain.seniority import seniority_in_title
from careercopilot.modules.jobs.domain.web_addresses import web_url
from careercopilot.modules.jobs.domain.wording import description
from careercopilot.modules.jobs.ports.board_reader import BoardPage, SourceTraits, Validators

PUBLIC_URL = "https://api.ashbyhq.com"
_PATH = "/posting-api/job-board/{board}?includeCompensation=true"
_READING = b"ashby-1"  # raise it when postings are read differently, so that all are read again


class AshbyReader:
    """Reads boards of jobs.ashbyhq.com through Ashby's public posting API."""

    traits = SourceTraits(name="ashby", lists_everything=True)

    def __init__(self, fetcher: BoardFetcher, clock: Clock, base_url: str | None = None) -> None:
        self._boards = WholeBoards(fetcher, BoardAddress(PUBLIC_URL, base_url), _PATH)
        self._clock = clock

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        rows, validators = await self._boards.fetch(board, known)
        yield page_of(rows, partial(_posting, self._clock.now()), _READING, validators)


def _posting(now: datetime, external_id: str, job: Fields) -> Posting:
    title = job.required_title("title")
    places = distinct(_places(job))
    remote = _remote(job, title)
    return Posting(
        external_id=external_id,
        title=title,
        url=job.required_url("jobUrl"),
        apply_url=web_url(job.text("applyUrl")),
        locations=places,
        remote=remote,
        remote_countries=remote_countries(places) if remote is Remote.REMOTE else (),
        employment_type=stated_employment(job.text("employmentType"), title),
        seniority=seniority_in_title(title),
        salary=_salary(job.fields("compensation"), job.flag("shouldDisplayCompensationOnJobPostings")),
        department=job.text("department") or job.text("team"),
        description_html=description(job.html("descriptionHtml") or job.html("descriptionPlain")),
        posted_at=posted_moment(job.value("publishedAt"), now),
    )


def _places(job: Fields) -> Iterator[Place | None]:
    yield _place(job)
    for other in job.each("secondaryLocations"):
        yield _place(other)


def _place(where: Fields) -> Place | None:
    address = where.fields("address").fields("postalAddress")
    return stated_place(
        where.text("location"),
        address.text("addressLocality"),
        address.text("addressRegion"),
        address.text("addressCountry"),
    )


def _remote(job: Fields, title: str) -> Remote:
    """Take the workplace type first; without it a location's own words, for isRemote is also set on hybrid work."""
    stated = arrangement(job.text("workplaceType"))
    worded = arrangement(job.text("location")) if stated is Remote.UNKNOWN else stated
    if worded is not Remote.UNKNOWN:
        return worded
    return Remote.REMOTE if job.flag("isRemote") else arrangement_in_title(title)


def _salary(compensation: Fields, shown: bool | None) -> Salary | None:  # noqa: FBT001 - a field of the source
    if shown is False:
        return None
    for part in compensation.each("summaryComponents"):
        if part.text("compensationType") == "Salary":
            return salary(
                part.number("minValue"),
                part.number("maxValue"),
                currency=part.text("currencyCode"),
                period=pay_period(part.text("interval")),
                text=compensation.text("compensationTierSummary"),
            )
    return None
