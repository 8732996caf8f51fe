"""What is promised of sessions that have ended, on every adapter."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.kernel.signals import Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.models import Registration, SignedIn
from careercopilot.modules.identity.api.use_cases.accounts import RegisterUser
from careercopilot.modules.identity.api.use_cases.erasure import EraseAccount
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate, LogOut
from careercopilot.modules.identity.ports.ended_sessions import SESSION_ENDED, EndedSessions
from careercopilot.modules.identity.ports.session_repository import SessionRepository
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres


async def sign_up(container: AsyncContainer) -> tuple[SignedIn, UUID]:
    async with container() as scope:
        register: RegisterUser = await scope.get(RegisterUser)
        signed_in = await register(
            Registration(email="ada@example.org", password="correct horse battery staple", full_name="Ada")
        )
    authenticate: Authenticate = await container.get(Authenticate)
    session_id = authenticate(signed_in.access_token).session_id
    assert session_id is not None
    return signed_in, session_id


async def sign_out(container: AsyncContainer, signed_in: SignedIn, session_id: UUID) -> None:
    async with container() as scope:
        log_out: LogOut = await scope.get(LogOut)
        await log_out(signed_in.user.id, session_id)


@asynccontextmanager
async def another_process(url: str, clock: FixedClock) -> AsyncIterator[EndedSessions]:
    container = on_postgres(url, clock)
    ended: EndedSessions = await container.get(EndedSessions)
    yield ended
    await container.close()


async def until_known(ended: EndedSessions, session_id: UUID) -> None:
    async with asyncio.timeout(3):
        while not ended.has_ended(session_id):  # noqa: ASYNC110 - nothing there tells when
            await asyncio.sleep(0.01)


async def leave(container: AsyncContainer, signed_in: SignedIn, session_id: UUID) -> None:
    async with container() as scope:
        erase_account: EraseAccount = await scope.get(EraseAccount)
        await erase_account(signed_in.user.id, session_id)


def is_dead(authenticate: Authenticate, token: str) -> bool:
    try:
        authenticate(token)
    except NotAuthenticated:
        return True
    return False


async def test_a_session_has_ended_as_soon_as_its_person_has_signed_out(container: AsyncContainer) -> None:
    ended: EndedSessions = await container.get(EndedSessions)
    signed_in, session_id = await sign_up(container)
    assert not ended.has_ended(session_id)
    await sign_out(container, signed_in, session_id)
    assert ended.has_ended(session_id)


async def test_what_is_noted_is_known_at_once(container: AsyncContainer) -> None:
    ended: EndedSessions = await container.get(EndedSessions)
    _, session_id = await sign_up(container)
    ended.note(session_id)
    assert ended.has_ended(session_id)


async def test_another_process_hears_of_it(
    database_url: str, postgres_container: AsyncContainer, clock: FixedClock
) -> None:
    async with another_process(database_url, clock) as elsewhere:
        signed_in, session_id = await sign_up(postgres_container)
        assert not elsewhere.has_ended(session_id)
        await sign_out(postgres_container, signed_in, session_id)
        await until_known(elsewhere, session_id)


async def test_another_process_looks_for_itself_when_it_may_have_missed_something(
    database_url: str, postgres_container: AsyncContainer, clock: FixedClock
) -> None:
    async with another_process(database_url, clock) as elsewhere:
        _, session_id = await sign_up(postgres_container)
        async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
            sessions: SessionRepository = await scope.get(SessionRepository)
            session = await sessions.find(session_id)
            assert session is not None
            session.end(clock.now())
            await sessions.save(session)
            uow.signal(Signal(SESSION_ENDED))
            await uow.commit()
        await until_known(elsewhere, session_id)


async def test_a_process_that_starts_later_knows_it_from_the_table(
    database_url: str, postgres_container: AsyncContainer, clock: FixedClock
) -> None:
    signed_in, session_id = await sign_up(postgres_container)
    await sign_out(postgres_container, signed_in, session_id)
    async with another_process(database_url, clock) as elsewhere:
        assert elsewhere.has_ended(session_id)


@pytest.mark.parametrize(("minutes", "known"), [(14, True), (21, False)])
async def test_it_is_known_for_as_long_as_tokens_may_live(
    database_url: str, postgres_container: AsyncContainer, clock: FixedClock, *, minutes: int, known: bool
) -> None:
    signed_in, session_id = await sign_up(postgres_container)
    await sign_out(postgres_container, signed_in, session_id)
    clock.advance(timedelta(minutes=minutes))
    async with another_process(database_url, clock) as elsewhere:
        assert elsewhere.has_ended(session_id) is known


async def test_no_token_of_a_person_is_good_once_they_are_erased(container: AsyncContainer) -> None:
    ended: EndedSessions = await container.get(EndedSessions)
    signed_in, session_id = await sign_up(container)
    user_id, authenticate = signed_in.user.id, await container.get(Authenticate)
    assert not ended.is_erased(user_id)
    await leave(container, signed_in, session_id)
    assert ended.is_erased(user_id)
    assert is_dead(authenticate, signed_in.access_token)
    successor, _ = await sign_up(container)
    assert not is_dead(authenticate, successor.access_token)


async def test_an_erasure_that_is_noted_is_known_at_once(container: AsyncContainer) -> None:
    ended: EndedSessions = await container.get(EndedSessions)
    signed_in, _ = await sign_up(container)
    ended.note_erased(signed_in.user.id)
    assert ended.is_erased(signed_in.user.id)


async def test_another_process_hears_of_an_erasure(
    database_url: str, postgres_container: AsyncContainer, clock: FixedClock
) -> None:
    elsewhere = on_postgres(database_url, clock)
    authenticate = await elsewhere.get(Authenticate)
    signed_in, session_id = await sign_up(postgres_container)
    assert not is_dead(authenticate, signed_in.access_token)
    await leave(postgres_container, signed_in, session_id)
    async with asyncio.timeout(3):
        while not is_dead(authenticate, signed_in.access_token):  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
    await elsewhere.close()


@pytest.mark.parametrize(("minutes", "known"), [(14, True), (21, False)])
async def test_a_process_that_starts_later_knows_an_erasure_for_as_long_as_tokens_may_live(
    database_url: str, postgres_container: AsyncContainer, clock: FixedClock, *, minutes: int, known: bool
) -> None:
    signed_in, session_id = await sign_up(postgres_container)
    await leave(postgres_container, signed_in, session_id)
    clock.advance(timedelta(minutes=minutes))
    async with another_process(database_url, clock) as elsewhere:
        assert elsewhere.is_erased(signed_in.user.id) is known
