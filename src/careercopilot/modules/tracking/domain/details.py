"""What a person records of an application beside its status."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from math import isfinite
from typing import Self
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.tracking.api.models import ApplicationPriority, SalaryExpectation
from careercopilot.modules.tracking.domain.moments import moment
from careercopilot.modules.tracking.domain.text import (
    LABEL_LIMIT,
    NAME_LIMIT,
    NOTES_LIMIT,
    bounded,
    optional,
    required,
    tag_list,
    web_address,
)

MOST_PAY = 1e12
_CURRENCY = re.compile("[A-Z]{3}")


@dataclass(frozen=True, kw_only=True)
class Details:
    """The facts of an application that any edit may change."""

    title: str
    company: str
    url: str | None = None
    stage_label: str | None = None
    priority: ApplicationPriority = ApplicationPriority.MEDIUM
    source: str | None = None
    next_action_at: datetime | None = None
    salary_expectation: SalaryExpectation | None = None
    resume_version_id: UUID | None = None
    cover_letter_id: UUID | None = None
    notes: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False

    def checked(self) -> Self:
        """Return the facts in the form they are kept in, or raise InvalidInput for the first that does not fit."""
        return replace(
            self,
            title=required("title", self.title, NAME_LIMIT),
            company=required("company", self.company, NAME_LIMIT),
            url=web_address("url", self.url),
            stage_label=optional("stage_label", self.stage_label, LABEL_LIMIT),
            source=optional("source", self.source, LABEL_LIMIT),
            next_action_at=self.next_action_at and moment("next_action_at", self.next_action_at),
            salary_expectation=self.salary_expectation and _expectation(self.salary_expectation),
            notes=bounded("notes", self.notes, NOTES_LIMIT),
            tags=tag_list("tags", self.tags),
        )


def shortened(name: str) -> str:
    """Return a name that another context gave, cut to what is kept."""
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1] + "…"


def copied_url(url: str) -> str | None:
    """Return a URL that another context gave, or None when it cannot be kept."""
    try:
        return web_address("url", url)
    except InvalidInput:
        return None


def _expectation(wanted: SalaryExpectation) -> SalaryExpectation:
    amounts = [amount for amount in (wanted.min, wanted.max) if amount is not None]
    currency = wanted.currency.strip().upper()
    if not amounts:
        raise InvalidInput("salary_expectation", "must have min or max")
    if not all(isfinite(amount) and 0 <= amount <= MOST_PAY for amount in amounts):
        raise InvalidInput("salary_expectation", f"amounts must be between 0 and {MOST_PAY:.0f}")
    if amounts != sorted(amounts):
        raise InvalidInput("salary_expectation", "min must not be above max")
    if not _CURRENCY.fullmatch(currency):
        raise InvalidInput("salary_expectation", "currency must be a three-letter code such as EUR")
    return replace(wanted, currency=currency)
