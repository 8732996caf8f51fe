"""The account: a person, how they prove who they are, and what they tell about themselves."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Self
from uuid import UUID

from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import ProfileChanges, Role, UserView
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.profile import Profile
from careercopilot.modules.identity.domain.registration import CheckedRegistration


@dataclass(kw_only=True)
class Account:
    """A user of this installation. ``version`` is the one that was read; saving moves it on."""

    id: UUID
    email: EmailAddress
    password_hash: str = field(repr=False)
    profile: Profile
    roles: frozenset[Role]
    email_verified: bool
    created_at: datetime
    updated_at: datetime
    version: int = 1

    @classmethod
    def open(cls, registration: CheckedRegistration, password_hash: str, now: datetime, *, admin: bool = False) -> Self:
        """Make a new account."""
        return cls(
            id=new_id(),
            email=registration.email,
            password_hash=password_hash,
            profile=Profile(full_name=registration.full_name),
            roles=frozenset({Role.USER, Role.ADMIN} if admin else {Role.USER}),
            email_verified=False,
            created_at=now,
            updated_at=now,
        )

    def change_profile(self, changes: ProfileChanges, now: datetime, expected_version: int | None) -> None:
        """Change the profile. Raises PreconditionFailed when the account is at another version than expected."""
        if expected_version is not None and expected_version != self.version:
            raise PreconditionFailed
        self.profile = self.profile.changed(changes)
        self.updated_at = now

    def view(self) -> UserView:
        """Return the account without what is nobody's business."""
        profile = self.profile
        return UserView(
            id=self.id,
            email=self.email.address,
            full_name=profile.full_name,
            roles=tuple(sorted(self.roles)),
            email_verified=self.email_verified,
            headline=profile.headline,
            locations=profile.locations,
            remote_preference=profile.remote_preference,
            target_titles=profile.target_titles,
            skills=profile.skills,
            salary_expectation=profile.salary_expectation,
            timezone=profile.timezone,
            locale=profile.locale,
            version=self.version,
            created_at=self.created_at,
            updated_at=self.updated_at,
        )
