"""Leaving for good: the use cases together, on memory."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer, Provider, Scope

from careercopilot.adapters.argon2.identity import Argon2Cost
from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.idempotency import IdempotencyRecords, KeptAnswer, RequestKey, Started
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Failure, Outbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import (
    LastAdministrator,
    PasswordNeeded,
    SessionEnded,
    UserNotFound,
    WrongPassword,
)
from careercopilot.modules.identity.api.events import UserErased, UserRegistered
from careercopilot.modules.identity.api.models import Credentials, NewUser, Principal, Registration, SignedIn
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser, RegisterUser
from careercopilot.modules.identity.api.use_cases.erasure import EraseAccount, RepeatErasures
from careercopilot.modules.identity.api.use_cases.personal_records import ExportPersonalRecords
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate, LogIn
from careercopilot.modules.identity.handlers.erase_person import ErasePerson
from careercopilot.modules.identity.ports.personal_records import PersonalRecords
from tests.support.clock import START, FixedClock
from tests.support.containers import in_memory

PASSWORD = "correct horse battery staple"


class FewRecords:
    async def collect(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        return {"garden/beds": [user_id]}


def in_a_small_world() -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: Argon2Cost(memory_kib=64, passes=1), provides=Argon2Cost, override=True)
    provider.provide(FewRecords, provides=PersonalRecords, override=True)
    return provider


@pytest.fixture
async def container(clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    container = in_memory(clock, in_a_small_world())
    yield container
    await container.close()


async def sign_up(container: AsyncContainer, email: str = "ada@example.org") -> SignedIn:
    async with container() as scope:
        register: RegisterUser = await scope.get(RegisterUser)
        return await register(Registration(email=email, password=PASSWORD, full_name="Ada"))


async def an_admin(container: AsyncContainer, email: str) -> SignedIn:
    async with container() as scope:
        await (await scope.get(CreateUser))(NewUser(email=email, password=PASSWORD, full_name="Root", admin=True))
        log_in: LogIn = await scope.get(LogIn)
        return await log_in(Credentials(email=email, password=PASSWORD))


async def caller(container: AsyncContainer, signed_in: SignedIn) -> Principal:
    authenticate: Authenticate = await container.get(Authenticate)
    return authenticate(signed_in.access_token)


async def leave(container: AsyncContainer, who: Principal, password: str | None = None) -> None:
    async with container() as scope:
        await (await scope.get(EraseAccount))(who.user_id, who.session_id, password)


async def told(container: AsyncContainer) -> list[tuple[str, str]]:
    """Return the name and the aggregate of what waits in the outbox, and forget it."""
    async with (await container.get(Outbox)).claim(10_000) as claim:
        found = [(event.name, str(event.payload["aggregate_id"])) for event in claim.events]
        await claim.settle([event.event_id for event in claim.events], {})
    return found


async def test_an_erasure_is_told_and_ends_every_session(container: AsyncContainer) -> None:
    first = await caller(container, await sign_up(container))
    async with container() as scope:
        second = await (await scope.get(LogIn))(Credentials(email="ada@example.org", password=PASSWORD))
    await told(container)
    await leave(container, first)
    assert await told(container) == [(UserErased.NAME, str(first.user_id))]
    with pytest.raises(NotAuthenticated):
        await caller(container, second)


@pytest.mark.parametrize(("minutes", "is_fresh"), [(15, True), (16, False)])
async def test_a_session_proves_who_one_is_for_a_quarter_of_an_hour(
    container: AsyncContainer, clock: FixedClock, *, minutes: int, is_fresh: bool
) -> None:
    who = await caller(container, await sign_up(container))
    clock.advance(timedelta(minutes=minutes))
    if is_fresh:
        await leave(container, who)
    else:
        with pytest.raises(PasswordNeeded):
            await leave(container, who)
        await leave(container, who, PASSWORD)


async def test_without_a_session_or_with_another_persons_the_password_is_needed(container: AsyncContainer) -> None:
    ada = await caller(container, await sign_up(container))
    kim = await caller(container, await sign_up(container, "kim@example.org"))
    for session_id in (None, kim.session_id, new_id()):
        with pytest.raises(PasswordNeeded):
            await leave(container, Principal(ada.user_id, session_id, ada.roles))
    with pytest.raises(WrongPassword):
        await leave(container, ada, "not the right one")


async def test_of_two_requests_to_leave_one_comes_too_late(container: AsyncContainer) -> None:
    who = await caller(container, await sign_up(container))
    await told(container)
    outcomes = await asyncio.gather(leave(container, who), leave(container, who), return_exceptions=True)
    assert sorted(type(outcome) for outcome in outcomes if outcome is not None) == [SessionEnded]  # type: ignore[type-var]
    assert await told(container) == [(UserErased.NAME, str(who.user_id))]


async def test_of_two_administrators_who_leave_at_once_one_stays(container: AsyncContainer) -> None:
    root = await caller(container, await an_admin(container, "root@example.org"))
    other = await caller(container, await an_admin(container, "other@example.org"))
    outcomes = await asyncio.gather(leave(container, root), leave(container, other), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [LastAdministrator]


async def test_erasures_are_told_again_for_two_days(container: AsyncContainer, clock: FixedClock) -> None:
    early = await caller(container, await sign_up(container))
    await leave(container, early)
    clock.advance(timedelta(hours=47))
    late = await caller(container, await sign_up(container, "kim@example.org"))
    await leave(container, late)
    await told(container)
    async with container() as scope:
        assert await (await scope.get(RepeatErasures))() == 2
    assert set(await told(container)) == {(UserErased.NAME, str(who.user_id)) for who in (early, late)}
    clock.advance(timedelta(hours=1))
    async with container() as scope:
        assert await (await scope.get(RepeatErasures))() == 1
    assert await told(container) == [(UserErased.NAME, str(late.user_id))]


async def test_more_erasures_than_fit_one_transaction_are_all_told_again(container: AsyncContainer) -> None:
    people = [new_id() for _ in range(1_001)]
    await hear(container, *people)
    async with container() as scope:
        assert await (await scope.get(RepeatErasures))() == 1_001
    assert sorted(user_id for _, user_id in await told(container)) == sorted(map(str, people))


async def hear(container: AsyncContainer, *people: UUID) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        subscriber = await scope.get(ErasePerson)
        await subscriber([Envelope(new_id(), START, UserErased(aggregate_id=user_id)) for user_id in people])
        await uow.commit()


async def test_kept_answers_are_forgotten_too(container: AsyncContainer) -> None:
    records, ada, kim = await container.get(IdempotencyRecords), new_id(), new_id()
    for user_id in (ada, kim):
        key = RequestKey(str(user_id), "POST /things", "k1")
        await records.start(key, b"body")
        await records.keep(key, KeptAnswer(201, (), b"what somebody wrote"))
    await hear(container, ada)
    assert await records.start(RequestKey(str(ada), "POST /things", "k1"), b"body") == Started()
    assert isinstance(await records.start(RequestKey(str(kim), "POST /things", "k1"), b"body"), KeptAnswer)


async def test_events_that_were_given_up_on_are_withdrawn_but_for_the_erasure(container: AsyncContainer) -> None:
    ada, kim = new_id(), new_id()
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(UserRegistered(aggregate_id=ada), UserRegistered(aggregate_id=kim), UserErased(aggregate_id=ada))
        await uow.commit()
    outbox = await container.get(Outbox)
    async with outbox.claim(10) as claim:
        await claim.settle([], {event.event_id: Failure("poisoned", None) for event in claim.events})
    await hear(container, ada)
    left = {(event.name, event.aggregate_id) for event in await outbox.parked()}
    assert left == {(UserRegistered.NAME, kim), (UserErased.NAME, ada)}


async def test_the_export_joins_what_identity_holds_with_the_rest(container: AsyncContainer) -> None:
    signed_in = await sign_up(container)
    who = await caller(container, signed_in)
    async with container() as scope:
        records = await (await scope.get(ExportPersonalRecords))(who.user_id)
    assert set(records) == {"identity/profile", "identity/sessions", "garden/beds"}
    assert records["identity/profile"] == signed_in.user
    assert records["garden/beds"] == [who.user_id]
    with pytest.raises(UserNotFound):
        async with container() as scope:
            await (await scope.get(ExportPersonalRecords))(new_id())
