"""What identity's routes take."""

from typing import Annotated

import msgspec

from careercopilot.entrypoints.http.bodies import Name, SalaryExpectationBody, given
from careercopilot.modules.identity.api.models import ProfileChanges, RemotePreference

Email = Annotated[str, msgspec.Meta(max_length=320, description="An e-mail address.", examples=["ada@example.org"])]
NewPassword = Annotated[str, msgspec.Meta(min_length=10, max_length=128, description="10 to 128 characters.")]
Names = Annotated[tuple[Name, ...], msgspec.Meta(max_length=200)]


class RegisterBody(msgspec.Struct, forbid_unknown_fields=True):
    """A person who signs up."""

    email: Email
    password: NewPassword
    full_name: Name


class LogInBody(msgspec.Struct, forbid_unknown_fields=True):
    """What a person proves themselves with."""

    email: Email
    password: Annotated[str, msgspec.Meta(max_length=1024)]


class RefreshBody(msgspec.Struct, forbid_unknown_fields=True):
    """The refresh token that came last."""

    refresh_token: Annotated[str, msgspec.Meta(max_length=512)]


class EraseBody(msgspec.Struct, forbid_unknown_fields=True):
    """Who signed in some time ago proves once more who they are."""

    password: Annotated[str, msgspec.Meta(max_length=1024)] | None = None


class PatchProfileBody(msgspec.Struct, forbid_unknown_fields=True):
    """A JSON merge patch: what is absent stays, what is null is emptied."""

    full_name: Name | msgspec.UnsetType = msgspec.UNSET
    headline: Name | msgspec.UnsetType | None = msgspec.UNSET
    locations: Names | msgspec.UnsetType | None = msgspec.UNSET
    remote_preference: RemotePreference | msgspec.UnsetType | None = msgspec.UNSET
    target_titles: Names | msgspec.UnsetType | None = msgspec.UNSET
    skills: Names | msgspec.UnsetType | None = msgspec.UNSET
    salary_expectation: SalaryExpectationBody | msgspec.UnsetType | None = msgspec.UNSET
    timezone: Name | msgspec.UnsetType | None = msgspec.UNSET
    locale: Name | msgspec.UnsetType | None = msgspec.UNSET


class PutProfileBody(msgspec.Struct, forbid_unknown_fields=True):
    """The whole profile: what is absent is emptied."""

    full_name: Name
    headline: Name | None = None
    locations: Names = ()
    remote_preference: RemotePreference | None = None
    target_titles: Names = ()
    skills: Names = ()
    salary_expectation: SalaryExpectationBody | None = None
    timezone: Name | None = None
    locale: Name | None = None


def changes_of(body: PatchProfileBody | PutProfileBody) -> ProfileChanges:
    """Return what the body gives, as the use case takes it."""
    changes = given(body)
    if body.salary_expectation:
        changes["salary_expectation"] = body.salary_expectation.expectation()
    return ProfileChanges(**changes)
