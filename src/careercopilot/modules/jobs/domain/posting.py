"""A posting: one appearance of an opening at one source, in the source's words put in order."""

from dataclasses import dataclass
from datetime import datetime

from careercopilot.modules.jobs.api.models import EmploymentType, Place, Remote, Salary


@dataclass(frozen=True, kw_only=True)
class Posting:
    """What one source says of one opening. ``description_html`` is the source's own, not yet safe to show."""

    external_id: str
    title: str
    url: str
    company_name: str | None = None
    company_url: str | None = None
    apply_url: str | None = None
    locations: tuple[Place, ...] = ()
    remote: Remote = Remote.UNKNOWN
    remote_countries: tuple[str, ...] = ()
    employment_type: EmploymentType = EmploymentType.UNKNOWN
    seniority: str | None = None
    salary: Salary | None = None
    visa_sponsorship: bool | None = None
    department: str | None = None
    language: str | None = None
    description_html: str = ""
    posted_at: datetime | None = None
    requisition_id: str | None = None
