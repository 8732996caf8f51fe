"""Putting a posting together from the pieces of its employer, its role and its language."""

import html
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from careercopilot.adapters.demo.jobs.catalogue import Catalogue, Employer, LocalPay, Role, Wording
from careercopilot.adapters.demo.jobs.picking import number, one_of, some_of
from careercopilot.modules.jobs.api.models import EmploymentType, Remote, Salary, SalaryPeriod
from careercopilot.modules.jobs.domain.employment import employment_in_title
from careercopilot.modules.jobs.domain.pay import salary
from careercopilot.modules.jobs.domain.places import read_places
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.remote_words import arrangement
from careercopilot.modules.jobs.domain.seniority import seniority_in_title

ADDRESS = "https://demo.careercopilot.invalid"
_DEMO_LINE = "Demo posting: this employer is fictional."
_LEVELS = {"intern": 0.45, "junior": 0.78, "senior": 1.2, "lead": 1.25, "staff": 1.45, "director": 1.4}
_PAID_BY_THE_HOUR = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
_PER_YEAR = {SalaryPeriod.YEAR: 1, SalaryPeriod.MONTH: 12, SalaryPeriod.HOUR: 2080}
_SILENT_PART = 3  # one in three says nothing of pay
_OLDEST_DAYS = 45


def compose(pieces: Catalogue, now: datetime) -> Iterator[Posting]:
    """Yield every demo posting: the same each time, but for the days counted back from ``now``."""
    for employer in pieces.employers:
        for name in employer.roles:
            for index in range(len(pieces.roles[name].titles)):
                yield _posting(pieces, employer, name, index, now)


def _posting(pieces: Catalogue, employer: Employer, name: str, index: int, now: datetime) -> Posting:
    role = pieces.roles[name]
    key = f"{employer.slug}-{name}-{index + 1}"
    title = role.titles[index]
    way = Remote("onsite" if role.on_site else one_of(f"{key}/way", employer.ways))
    seniority = seniority_in_title(title)
    facts = Posting(
        external_id=key,
        title=title,
        url=f"{ADDRESS}/jobs/{key}",
        apply_url=f"{ADDRESS}/jobs/{key}/apply",
        company_name=employer.name,
        company_url=f"{ADDRESS}/companies/{employer.slug}",
        locations=read_places(_place(key, employer, way)),
        remote=way,
        remote_countries=tuple(employer.remote) if way is Remote.REMOTE else (),
        employment_type=_terms(title, seniority),
        seniority=seniority,
        salary=_pay(key, role, pieces.pay[employer.country], employer.country, seniority),
        visa_sponsorship=employer.visa if number(f"{key}/visa", 2) else None,
        department=role.department,
        language=employer.language,
        posted_at=_posted(key, now),
        requisition_id=key,
    )
    words = pieces.wordings[employer.language]
    return replace(facts, description_html=_description(key, employer, role, words, facts))


def _place(key: str, employer: Employer, way: Remote) -> str:
    """Choose among the places for remote work, or among the others, as far as the employer names such."""
    fitting = [place for place in employer.places if (arrangement(place) is Remote.REMOTE) == (way is Remote.REMOTE)]
    return one_of(f"{key}/place", fitting or employer.places)


def _terms(title: str, seniority: str | None) -> EmploymentType:
    if seniority == "intern":
        return EmploymentType.INTERNSHIP
    stated = employment_in_title(title)
    return EmploymentType.FULL_TIME if stated is EmploymentType.UNKNOWN else stated


def _pay(key: str, role: Role, local: LocalPay, country: str, seniority: str | None) -> Salary | None:
    if number(f"{key}/pay", _SILENT_PART) == 0:
        return None
    period = SalaryPeriod("hour" if role.hourly and country in _PAID_BY_THE_HOUR else local.period)
    factor = local.factor * _LEVELS.get(seniority or "", 1.0) / _PER_YEAR[period]
    low, high = (_round(amount * factor) for amount in role.pay)
    text = f"{low:,.10g} - {high:,.10g} {local.currency} per {period}"
    return salary(low, high, currency=local.currency, period=period, text=text)


def _round(amount: float) -> float:
    """Round as people do when they write a range."""
    step = next((step for limit, step in ((100, 0.5), (10_000, 50), (300_000, 500)) if amount < limit), 10_000)
    return round(amount / step) * step


def _posted(key: str, now: datetime) -> datetime:
    """Return a working hour of one of the last days, more often of a recent one."""
    share = number(f"{key}/day", 1000) / 1000
    day = datetime(now.year, now.month, now.day, tzinfo=UTC) - timedelta(days=1 + int(share * share * _OLDEST_DAYS))
    return day + timedelta(hours=7, minutes=number(f"{key}/minute", 600))


def _description(key: str, employer: Employer, role: Role, words: Wording, facts: Posting) -> str:
    city = next((place.city for place in facts.locations if place.city), facts.locations[0].text)
    where = words.arrangement(facts.remote, city)
    blocks = (
        _paragraph(employer.blurb, role.purpose, words.levels.sentence(key, facts.seniority)),
        _section(words.duties, some_of(f"{key}/duties", role.duties, 5)),
        _section(words.needs, some_of(f"{key}/needs", role.needs, 4)),
        _section(words.perks, some_of(f"{key}/perks", employer.perks, 3)),
        _paragraph(where, words.sponsorship(facts.visa_sponsorship), one_of(f"{key}/steps", words.steps)),
        _paragraph(f"({key})", words.demo, _DEMO_LINE),
    )
    return "\n".join(blocks)


def _section(heading: str, items: list[str]) -> str:
    return f"<h3>{html.escape(heading)}</h3>\n<ul>{''.join(f'<li>{html.escape(item)}</li>' for item in items)}</ul>"


def _paragraph(*sentences: str) -> str:
    return f"<p>{html.escape(' '.join(sentence for sentence in sentences if sentence), quote=False)}</p>"
