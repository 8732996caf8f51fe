"""Lever: pages of a hundred, the root of each an array; it never says the employer's name."""

import html
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from functools import partial

import msgspec

from careercopilot.adapters.boards.jobs.addresses import BoardAddress
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.boards.jobs.json_fields import Fields
from careercopilot.adapters.boards.jobs.json_rows import decode_rows, page_of
from careercopilot.adapters.boards.jobs.pacing import Pace
from careercopilot.kernel.clock import Clock
from careercopilot.modules.jobs.api.models import Place, Remote, Salary
from careercopilot.modules.jobs.domain.employment import stated_employment
from careercopilot.modules.jobs.domain.moments import posted_moment
from careercopilot.modules.jobs.domain.pay import pay_period, salary
from careercopilot.modules.jobs.domain.places import distinct, read_places, remote_countries, stated_place
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.remote_words import arrangement, arrangement_in_title
from careercopilot.modules.jobs.domain.seniority import seniority_in_title
from careercopilot.modules.jobs.domain.web_addresses import web_url
from careercopilot.modules.jobs.domain.wording import description
from careercopilot.modules.jobs.ports.board_reader import BoardError, BoardPage, SourceTraits, Validators

PUBLIC_URL = "https://api.lever.co"
_PATH = "/v0/postings/{board}?mode=json"
_READING = b"lever-1"  # raise it when postings are read differently, so that all are read again
_PAGE = 100
_MOST_PAGES = 500
_POLITE_INTERVAL = 0.5  # about two requests a second

_rows = msgspec.json.Decoder(list[msgspec.Raw])


class LeverReader:
    """Reads sites of jobs.lever.co through Lever's public postings API."""

    traits = SourceTraits(name="lever", lists_everything=True)

    def __init__(self, fetcher: BoardFetcher, clock: Clock, base_url: str | None = None) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._address = BoardAddress(PUBLIC_URL, base_url)
        self._pace = Pace(_POLITE_INTERVAL if self._address.is_public else 0)

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        url = self._address.of(board, _PATH)
        seen: set[str] = set()
        for number in range(_MOST_PAGES):
            page, rows = await self._page(url, number, known if number == 0 else None)
            fresh = tuple(posting for posting in page.postings if posting.external_id not in seen)
            if page.postings and not fresh:
                raise BoardError("unexpected_shape", "The source gives the same page again and again.")
            seen.update(posting.external_id for posting in fresh)
            yield BoardPage(fresh, page.unreadable, page.validators)
            if rows != _PAGE:  # fewer are the last; more means that the source does not page at all
                return
        raise BoardError("too_large", f"The board has more than {_MOST_PAGES * _PAGE} postings.")

    async def _page(self, url: str, number: int, known: Validators | None) -> tuple[BoardPage, int]:
        """Fetch one page; only a page that is the whole board can vouch for it being unchanged."""
        await self._pace.wait()
        paged = f"{url}&skip={number * _PAGE}&limit={_PAGE}"
        fetched = await self._fetcher.fetch(paged, known, follow_redirects=self._address.is_public)
        rows = decode_rows(_rows, fetched.body)
        vouching = fetched.validators if number == 0 and len(rows) != _PAGE else None
        return page_of(rows, partial(_posting, self._clock.now()), _READING, vouching), len(rows)


def _posting(now: datetime, external_id: str, job: Fields) -> Posting:
    title = job.required_title("text")
    categories = job.fields("categories")
    places = _places(job, categories)
    remote = _remote(job, categories, title)
    return Posting(
        external_id=external_id,
        title=title,
        url=job.required_url("hostedUrl"),
        apply_url=web_url(job.text("applyUrl")),
        locations=places,
        remote=remote,
        remote_countries=remote_countries(places) if remote is Remote.REMOTE else (),
        employment_type=stated_employment(categories.text("commitment"), title),
        seniority=seniority_in_title(title),
        salary=_salary(job),
        department=categories.text("department") or categories.text("team"),
        description_html=description("\n".join(_blocks(job))),
        posted_at=posted_moment(job.value("createdAt"), now),
    )


def _places(job: Fields, categories: Fields) -> tuple[Place, ...]:
    """Read all locations; the posting's country belongs to its first."""
    first = categories.text("location")
    others = (place for text in categories.texts("allLocations") if text != first for place in read_places(text))
    return distinct([stated_place(first, None, None, job.text("country")), *others])


def _remote(job: Fields, categories: Fields, title: str) -> Remote:
    stated = (arrangement(words) for words in (job.text("workplaceType"), categories.text("location")))
    return next((found for found in stated if found is not Remote.UNKNOWN), arrangement_in_title(title))


def _salary(job: Fields) -> Salary | None:
    stated = job.fields("salaryRange")
    return salary(
        stated.number("min"),
        stated.number("max"),
        currency=stated.text("currency"),
        period=pay_period(stated.text("interval")),
        text=job.text("salaryDescriptionPlain"),
    )


def _blocks(job: Fields) -> Iterator[str]:
    """Put the parts of the description in the order in which Lever shows them."""
    yield job.html("description") or _paragraph(job.text("descriptionPlain"))
    for part in job.each("lists"):
        heading, items = part.text("text"), part.html("content")
        if heading:
            yield f"<h3>{html.escape(heading, quote=False)}</h3>"
        yield items if "<ul" in items or "<li" not in items else f"<ul>{items}</ul>"
    yield job.html("additional") or _paragraph(job.text("additionalPlain"))


def _paragraph(text: str | None) -> str:
    lines = (html.escape(line, quote=False) for line in (text or "").splitlines() if line.strip())
    return "".join(f"<p>{line}</p>" for line in lines)
