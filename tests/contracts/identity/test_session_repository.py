"""What a session repository promises, on every adapter."""

import asyncio
from datetime import timedelta

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.registration import CheckedRegistration
from careercopilot.modules.identity.domain.session import Session, digest_of
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.session_repository import SessionRepository
from tests.support.clock import START


async def an_open_session(container: AsyncContainer, token: str = "first") -> Session:
    registration = CheckedRegistration(EmailAddress.parse(f"{new_id()}@example.org"), "never kept", "Ada")
    account = Account.open(registration, "a hash", START)
    session = Session.open(account.id, "Firefox", token, START)
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        accounts: AccountRepository = await scope.get(AccountRepository)
        sessions: SessionRepository = await scope.get(SessionRepository)
        await accounts.add(account)
        await sessions.add(session)
        await uow.commit()
    return session


async def by_token(container: AsyncContainer, token: str) -> Session | None:
    async with container() as scope, await scope.get(UnitOfWork):
        sessions: SessionRepository = await scope.get(SessionRepository)
        return await sessions.find_by_token_digest(digest_of(token))


async def rotate(container: AsyncContainer, token: str, successor: str) -> bool:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        sessions: SessionRepository = await scope.get(SessionRepository)
        session = await sessions.find_by_token_digest(digest_of(token))
        assert session is not None
        gone_on = session.rotate(token, successor, START + timedelta(minutes=1))
        await sessions.save(session)
        await uow.commit()
    return gone_on


async def test_a_session_is_found_by_its_id_and_by_its_token(container: AsyncContainer) -> None:
    session = await an_open_session(container)
    async with container() as scope, await scope.get(UnitOfWork):
        sessions: SessionRepository = await scope.get(SessionRepository)
        assert await sessions.find(session.id) == session
        assert await sessions.find(new_id()) is None
    assert await by_token(container, "first") == session
    assert await by_token(container, "unknown") is None


async def test_a_session_is_found_by_every_token_it_ever_had(container: AsyncContainer) -> None:
    session = await an_open_session(container)
    await rotate(container, "first", "second")
    await rotate(container, "second", "third")
    for token in ("first", "second", "third"):
        found = await by_token(container, token)
        assert found is not None
        assert found.id == session.id
        assert found.token_digest == digest_of("third")
        assert found.refreshed_at == START + timedelta(minutes=1)


async def test_a_rotation_that_was_not_committed_did_not_happen(container: AsyncContainer) -> None:
    session = await an_open_session(container)
    async with container() as scope, await scope.get(UnitOfWork):
        sessions: SessionRepository = await scope.get(SessionRepository)
        session.rotate("first", "second", START)
        await sessions.save(session)
    assert await by_token(container, "second") is None
    found = await by_token(container, "first")
    assert found is not None
    assert found.token_digest == digest_of("first")


async def test_an_end_lasts(container: AsyncContainer) -> None:
    session = await an_open_session(container)
    await rotate(container, "first", "second")
    assert not await rotate(container, "first", "third")
    found = await by_token(container, "second")
    assert found is not None
    assert found.id == session.id
    assert found.ended_at == START + timedelta(minutes=1)


async def test_of_two_who_use_one_token_at_once_one_goes_on_and_the_session_ends(container: AsyncContainer) -> None:
    await an_open_session(container)
    outcomes = await asyncio.gather(*(rotate(container, "first", f"successor {n}") for n in range(4)))
    assert sorted(outcomes) == [False, False, False, True]
    found = await by_token(container, "first")
    assert found is not None
    assert found.ended_at is not None


async def test_sessions_do_not_touch_each_other(container: AsyncContainer) -> None:
    await an_open_session(container, "first")
    other = await an_open_session(container, "of another")
    await rotate(container, "first", "second")
    await rotate(container, "first", "third")
    assert await by_token(container, "of another") == other
