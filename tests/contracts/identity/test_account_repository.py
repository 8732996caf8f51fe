"""What an account repository and the views of users promise, on every adapter."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import EmailTaken, UserNotFound
from careercopilot.modules.identity.api.models import (
    ProfileChanges,
    RemotePreference,
    Role,
    SalaryExpectation,
    SalaryPeriod,
)
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.registration import CheckedRegistration
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.user_views import UserViews
from tests.support.clock import START

FULL = ProfileChanges(
    headline="Analyst of engines 🦊",
    locations=("London", "Łódź"),
    remote_preference=RemotePreference.HYBRID,
    target_titles=("Programmer",),
    skills=("Mathematics", "C++", 'quo"te', "back\\slash", "{braces}", "NULL"),
    salary_expectation=SalaryExpectation(min=60_000, max=80_000.5, currency="GBP", period=SalaryPeriod.MONTH),
    timezone="Europe/London",
    locale="en-GB",
)


def an_account(email: str = "Ada@example.org", *, admin: bool = False) -> Account:
    registration = CheckedRegistration(EmailAddress.parse(email), "never kept", "Ada Lovelace")
    return Account.open(registration, "a hash", START, admin=admin)


async def add(container: AsyncContainer, account: Account) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        accounts: AccountRepository = await scope.get(AccountRepository)
        await accounts.add(account)
        await uow.commit()


async def read(container: AsyncContainer, account: Account) -> Account:
    async with container() as scope, await scope.get(UnitOfWork):
        accounts: AccountRepository = await scope.get(AccountRepository)
        return await accounts.get(account.id)


async def save(container: AsyncContainer, account: Account) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        accounts: AccountRepository = await scope.get(AccountRepository)
        await accounts.save(account)
        await uow.commit()


async def test_what_was_kept_is_read_again(container: AsyncContainer) -> None:
    account = an_account(admin=True)
    await add(container, account)
    assert await read(container, account) == account


async def test_what_was_not_committed_is_not_kept(container: AsyncContainer) -> None:
    account = an_account()
    async with container() as scope, await scope.get(UnitOfWork):
        accounts: AccountRepository = await scope.get(AccountRepository)
        await accounts.add(account)
    with pytest.raises(UserNotFound):
        await read(container, account)


async def test_an_account_is_found_by_the_key_of_its_address_only(container: AsyncContainer) -> None:
    account = an_account()
    await add(container, account)
    async with container() as scope, await scope.get(UnitOfWork):
        accounts: AccountRepository = await scope.get(AccountRepository)
        assert await accounts.find_by_email("ada@example.org") == account
        assert await accounts.find_by_email("Ada@example.org") is None
        assert await accounts.find_by_email("bob@example.org") is None


async def test_an_address_is_taken_whatever_its_case(container: AsyncContainer) -> None:
    await add(container, an_account())
    with pytest.raises(EmailTaken):
        await add(container, an_account("ADA@example.org"))


async def test_of_two_who_sign_up_with_one_address_at_once_one_gets_it(container: AsyncContainer) -> None:
    attempts = [add(container, an_account(spelling)) for spelling in ("ada@example.org", "Ada@Example.org") * 4]
    outcomes = await asyncio.gather(*attempts, return_exceptions=True)
    assert outcomes.count(None) == 1
    assert sum(isinstance(outcome, EmailTaken) for outcome in outcomes) == 7


async def test_a_whole_profile_is_kept(container: AsyncContainer) -> None:
    account = an_account()
    await add(container, account)
    account.change_profile(FULL, START + timedelta(hours=1), None)
    account.roles = frozenset(Role)
    account.password_hash = "another hash"
    await save(container, account)
    assert account.version == 2
    assert await read(container, account) == account


async def test_a_profile_can_be_emptied_again(container: AsyncContainer) -> None:
    account = an_account()
    account.change_profile(FULL, START, None)
    await add(container, account)
    emptied = ProfileChanges(headline=None, locations=None, salary_expectation=None, remote_preference=None)
    account.change_profile(emptied, START, None)
    await save(container, account)
    assert await read(container, account) == account


async def test_an_account_that_somebody_else_saved_is_not_overwritten(container: AsyncContainer) -> None:
    account = an_account()
    await add(container, account)
    mine, theirs = await read(container, account), await read(container, account)
    await save(container, theirs)
    with pytest.raises(PreconditionFailed):
        await save(container, mine)
    assert (await read(container, account)).version == 2


async def test_changing_what_was_read_changes_nothing_until_it_is_saved(container: AsyncContainer) -> None:
    account = an_account()
    await add(container, account)
    (await read(container, account)).password_hash = "another hash"
    assert (await read(container, account)).password_hash == "a hash"


async def test_changes_made_at_once_wait_for_each_other(container: AsyncContainer) -> None:
    account = an_account()
    await add(container, account)

    async def change(skill: str) -> None:
        async with container() as scope, await scope.get(UnitOfWork) as uow:
            accounts: AccountRepository = await scope.get(AccountRepository)
            found = await accounts.get(account.id)
            found.change_profile(ProfileChanges(skills=(*found.profile.skills, skill)), START, None)
            await accounts.save(found)
            await uow.commit()

    await asyncio.gather(*(change(f"skill {n}") for n in range(6)))
    assert sorted((await read(container, account)).profile.skills) == [f"skill {n}" for n in range(6)]


async def test_views_show_committed_accounts(container: AsyncContainer) -> None:
    account = an_account(admin=True)
    account.change_profile(FULL, START, None)
    async with container() as scope:
        views: UserViews = await scope.get(UserViews)
        async with await scope.get(UnitOfWork) as uow:
            accounts: AccountRepository = await scope.get(AccountRepository)
            await accounts.add(account)
            assert await views.find(account.id) is None
            await uow.commit()
        assert await views.find(account.id) == account.view()
        assert await views.find(new_id()) is None


async def test_users_are_paged_the_newest_first(container: AsyncContainer) -> None:
    accounts = [an_account(f"person{n}@example.org") for n in range(5)]
    for account in accounts:
        await add(container, account)
    newest_first = [account.view() for account in reversed(accounts)]
    async with container() as scope:
        views: UserViews = await scope.get(UserViews)
        first, last = await views.page(PageRequest(1, 2)), await views.page(PageRequest(3, 2))
        beyond = await views.page(PageRequest(4, 2))
    assert list(first.items) == newest_first[:2]
    assert list(last.items) == newest_first[4:]
    assert beyond.items == ()
    assert {(page.total, page.total_relation, page.total_pages) for page in (first, last, beyond)} == {(5, "eq", 3)}


async def test_nothing_is_shown_of_the_password(container: AsyncContainer) -> None:
    account = replace(an_account(), password_hash="$argon2id$secret")
    await add(container, account)
    async with container() as scope:
        views: UserViews = await scope.get(UserViews)
        assert "secret" not in repr(await views.find(account.id))
