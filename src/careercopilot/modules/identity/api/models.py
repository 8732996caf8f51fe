"""What identity takes in and gives out: frozen values, in the shapes of the public contract."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from careercopilot.kernel.changes import UNCHANGED, Unchanged


class Role(StrEnum):
    """What a person may do."""

    USER = "user"
    ADMIN = "admin"


class RemotePreference(StrEnum):
    """Where a person would like to work."""

    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"
    ANY = "any"


class SalaryPeriod(StrEnum):
    """What an expected amount is paid for."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True)
class Principal:
    """Who is calling: proven by a token, checked before anything else is done."""

    user_id: UUID
    session_id: UUID | None
    roles: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class SalaryExpectation:
    """What a person hopes to earn: from ``min`` to ``max`` (either may be open) in ``currency`` (ISO 4217)."""

    min: float | None = None
    max: float | None = None
    currency: str
    period: SalaryPeriod = SalaryPeriod.YEAR


@dataclass(frozen=True, kw_only=True)
class UserView:
    """A user as the user and administrators see it. ``version`` grows with every change of the profile."""

    id: UUID
    email: str
    full_name: str
    roles: tuple[Role, ...]
    email_verified: bool
    headline: str | None
    locations: tuple[str, ...]
    remote_preference: RemotePreference | None
    target_titles: tuple[str, ...]
    skills: tuple[str, ...]
    salary_expectation: SalaryExpectation | None
    timezone: str
    locale: str
    version: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class Recipient:
    """How a person is written to."""

    email: str = field(repr=False)
    full_name: str = field(repr=False)
    timezone: str
    locale: str


@dataclass(frozen=True)
class SignedIn:
    """An open session: the access token for ``expires_in`` seconds, the refresh token for the next one."""

    user: UserView
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: int
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - a word of the standard


@dataclass(frozen=True, kw_only=True)
class Registration:
    """A person who signs up; ``device`` is how their client calls itself."""

    email: str
    password: str = field(repr=False)
    full_name: str
    device: str = ""


@dataclass(frozen=True, kw_only=True)
class NewUser:
    """An account that an operator makes for somebody."""

    email: str
    password: str = field(repr=False)
    full_name: str
    admin: bool = False


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """What a person proves themselves with."""

    email: str
    password: str = field(repr=False)
    device: str = ""


@dataclass(frozen=True, kw_only=True)
class SessionView:
    """A sign-in as its person sees it. ``device`` is how the client called itself."""

    id: UUID
    device: str
    started_at: datetime
    refreshed_at: datetime
    expires_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ProfileChanges:
    """New values of profile fields. None empties a field; ``timezone`` and ``locale`` then take their defaults."""

    full_name: str | Unchanged | None = UNCHANGED
    headline: str | Unchanged | None = UNCHANGED
    locations: tuple[str, ...] | Unchanged | None = UNCHANGED
    remote_preference: RemotePreference | Unchanged | None = UNCHANGED
    target_titles: tuple[str, ...] | Unchanged | None = UNCHANGED
    skills: tuple[str, ...] | Unchanged | None = UNCHANGED
    salary_expectation: SalaryExpectation | Unchanged | None = UNCHANGED
    timezone: str | Unchanged | None = UNCHANGED
    locale: str | Unchanged | None = UNCHANGED
