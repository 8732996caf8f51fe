"""What forgetting a person promises in identity, on every adapter."""

from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import UserNotFound
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.registration import CheckedRegistration
from careercopilot.modules.identity.domain.session import Session, digest_of
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.erasure import Erasure
from careercopilot.modules.identity.ports.session_repository import SessionRepository
from careercopilot.modules.identity.ports.session_views import SessionViews
from careercopilot.modules.identity.ports.user_views import UserViews
from tests.support.clock import START

HOUR = timedelta(hours=1)


def an_account(email: str = "ada@example.org", *, admin: bool = False) -> Account:
    registration = CheckedRegistration(EmailAddress.parse(email), "never kept", "Ada")
    return Account.open(registration, "a hash", START, admin=admin)


async def kept(container: AsyncContainer, account: Account, *tokens: str) -> Account:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        await (await scope.get(AccountRepository)).add(account)
        for token in tokens:
            await (await scope.get(SessionRepository)).add(Session.open(account.id, "Firefox", token, START))
        await uow.commit()
    return account


async def erase(container: AsyncContainer, *people: UUID, hours: int = 0) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        for user_id in people:
            await (await scope.get(Erasure)).erase(user_id, START + hours * HOUR)
        await uow.commit()


async def session_of(container: AsyncContainer, token: str) -> Session | None:
    async with container() as scope, await scope.get(UnitOfWork):
        sessions: SessionRepository = await scope.get(SessionRepository)
        return await sessions.find_by_token_digest(digest_of(token))


async def test_account_sessions_and_tokens_go_together(container: AsyncContainer) -> None:
    ada = await kept(container, an_account(), "first", "second")
    await erase(container, ada.id)
    async with container() as scope:
        assert await (await scope.get(UserViews)).find(ada.id) is None
        assert await (await scope.get(SessionViews)).of_user(ada.id) == []
    assert await session_of(container, "first") is None
    assert await session_of(container, "second") is None


async def test_others_stay(container: AsyncContainer) -> None:
    ada = await kept(container, an_account(), "first")
    kim = await kept(container, an_account("kim@example.org"), "of kim")
    await erase(container, ada.id)
    async with container() as scope:
        assert await (await scope.get(UserViews)).find(kim.id) == kim.view()
        assert len(await (await scope.get(SessionViews)).of_user(kim.id)) == 1
    assert await session_of(container, "of kim") is not None


async def test_the_address_is_free_again(container: AsyncContainer) -> None:
    ada = await kept(container, an_account())
    await erase(container, ada.id)
    successor = await kept(container, an_account())
    assert successor.id != ada.id


async def test_nobody_signs_in_to_an_account_that_is_gone(container: AsyncContainer) -> None:
    ada = await kept(container, an_account())
    await erase(container, ada.id)
    with pytest.raises(UserNotFound):
        async with container() as scope, await scope.get(UnitOfWork) as uow:
            await (await scope.get(SessionRepository)).add(Session.open(ada.id, "Firefox", "late", START))
            await uow.commit()
    assert await session_of(container, "late") is None


async def test_erasing_twice_or_whom_nobody_knew_is_harmless(container: AsyncContainer) -> None:
    ada, nobody = await kept(container, an_account()), new_id()
    await erase(container, ada.id)
    await erase(container, ada.id, nobody, ada.id, hours=1)
    async with container() as scope, await scope.get(UnitOfWork):
        erasure = await scope.get(Erasure)
        assert await erasure.erased_among([ada.id, nobody, new_id()]) == {ada.id, nobody}
        assert await erasure.erased_among([]) == frozenset()


async def test_what_was_not_committed_did_not_happen(container: AsyncContainer) -> None:
    ada = await kept(container, an_account(), "first")
    async with container() as scope, await scope.get(UnitOfWork):
        erasure = await scope.get(Erasure)
        await erasure.erase(ada.id, START)
        assert await erasure.erased_among([ada.id]) == {ada.id}
    async with container() as scope, await scope.get(UnitOfWork):
        assert await (await scope.get(Erasure)).erased_among([ada.id]) == frozenset()
    assert await session_of(container, "first") is not None


async def test_those_erased_lately_are_listed_piece_by_piece(container: AsyncContainer) -> None:
    early, *late = sorted(new_id() for _ in range(4))
    await erase(container, early)
    await erase(container, *late, hours=2)
    await erase(container, late[0], hours=9)  # the first time counts
    async with container() as scope, await scope.get(UnitOfWork):
        erasure = await scope.get(Erasure)
        assert await erasure.erased_since(START + HOUR, None, 10) == late
        assert await erasure.erased_since(START + HOUR, None, 2) == late[:2]
        assert await erasure.erased_since(START + HOUR, late[1], 2) == late[2:]
        assert await erasure.erased_since(START + 2 * HOUR, None, 10) == []


async def test_administrators_are_known(container: AsyncContainer) -> None:
    await kept(container, an_account())
    root = await kept(container, an_account("root@example.org", admin=True))
    other = await kept(container, an_account("other@example.org", admin=True))
    async with container() as scope, await scope.get(UnitOfWork):
        assert await (await scope.get(AccountRepository)).administrators() == {root.id, other.id}
