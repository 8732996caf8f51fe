"""Accounts as rows, and rows as accounts and views."""

from typing import Any, Final

import msgspec
from sqlalchemy import Row

from careercopilot.adapters.postgres.identity.tables import account as t
from careercopilot.modules.identity.api.models import RemotePreference, Role, SalaryExpectation, UserView
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.profile import Profile

VIEW_COLUMNS: Final = tuple(column for column in t.c if column.name not in {"email_key", "password_hash"})


def row_of(account: Account) -> dict[str, Any]:
    """Return the row of an account, without its version."""
    profile = account.profile
    return {
        "id": account.id,
        "email": account.email.address,
        "email_key": account.email.key,
        "email_verified": account.email_verified,
        "password_hash": account.password_hash,
        "roles": sorted(account.roles),
        "full_name": profile.full_name,
        "headline": profile.headline,
        "locations": list(profile.locations),
        "remote_preference": profile.remote_preference,
        "target_titles": list(profile.target_titles),
        "skills": list(profile.skills),
        "salary_expectation": profile.salary_expectation and msgspec.to_builtins(profile.salary_expectation),
        "timezone": profile.timezone,
        "locale": profile.locale,
        "created_at": account.created_at,
        "updated_at": account.updated_at,
    }


def account_of(row: Row[Any]) -> Account:
    """Return the account of a whole row."""
    return Account(
        id=row.id,
        email=EmailAddress(row.email, row.email_key),
        password_hash=row.password_hash,
        profile=Profile(full_name=row.full_name, **_profile_fields(row)),
        roles=frozenset(Role(role) for role in row.roles),
        email_verified=row.email_verified,
        created_at=row.created_at,
        updated_at=row.updated_at,
        version=row.version,
    )


def view_of(row: Row[Any]) -> UserView:
    """Return the view of a row of VIEW_COLUMNS."""
    return UserView(
        id=row.id,
        email=row.email,
        full_name=row.full_name,
        roles=tuple(Role(role) for role in row.roles),
        email_verified=row.email_verified,
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
        **_profile_fields(row),
    )


def _profile_fields(row: Row[Any]) -> dict[str, Any]:
    return {
        "headline": row.headline,
        "locations": tuple(row.locations),
        "remote_preference": row.remote_preference and RemotePreference(row.remote_preference),
        "target_titles": tuple(row.target_titles),
        "skills": tuple(row.skills),
        "salary_expectation": row.salary_expectation and msgspec.convert(row.salary_expectation, SalaryExpectation),
        "timezone": row.timezone,
        "locale": row.locale,
    }
