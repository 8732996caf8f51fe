"""Signing up, in and out: the use cases together, on memory."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer, Provider, Scope

from careercopilot.adapters.argon2.identity import Argon2Cost
from careercopilot.kernel.errors import InvalidInput, NotAuthenticated, PreconditionFailed
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import EmailTaken, SessionEnded, UserNotFound, WrongCredentials
from careercopilot.modules.identity.api.models import (
    Credentials,
    NewUser,
    ProfileChanges,
    Registration,
    Role,
    SignedIn,
    UserView,
)
from careercopilot.modules.identity.api.use_cases.accounts import (
    CreateUser,
    ListUsers,
    RegisterUser,
    UpdateProfile,
    ViewUser,
)
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate, LogIn, LogOut, RefreshSession
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher
from tests.support.clock import FixedClock
from tests.support.containers import in_memory

EMAIL, PASSWORD = "ada@example.org", "correct horse battery staple"


def hashing_at(cost: Argon2Cost) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: cost, provides=Argon2Cost, override=True)
    return provider


@pytest.fixture
async def app(clock: FixedClock) -> AsyncIterator["App"]:
    container = in_memory(clock, hashing_at(Argon2Cost(memory_kib=64, passes=1)))
    yield App(container)
    await container.close()


class App:
    """The use cases, each call in a scope of its own, as entrypoints make them."""

    def __init__(self, container: AsyncContainer) -> None:
        self.container = container

    async def register(self, email: str = EMAIL, password: str = PASSWORD, name: str = "Ada Lovelace") -> SignedIn:
        async with self.container() as scope:
            use_case: RegisterUser = await scope.get(RegisterUser)
            return await use_case(Registration(email=email, password=password, full_name=name, device="Firefox"))

    async def create(self, user: NewUser) -> UserView:
        async with self.container() as scope:
            use_case: CreateUser = await scope.get(CreateUser)
            return await use_case(user)

    async def log_in(self, email: str = EMAIL, password: str = PASSWORD) -> SignedIn:
        async with self.container() as scope:
            use_case: LogIn = await scope.get(LogIn)
            return await use_case(Credentials(email=email, password=password))

    async def refresh(self, token: str) -> SignedIn:
        async with self.container() as scope:
            use_case: RefreshSession = await scope.get(RefreshSession)
            return await use_case(token)

    async def log_out(self, user_id: UUID, session_id: UUID) -> None:
        async with self.container() as scope:
            await (await scope.get(LogOut))(user_id, session_id)

    async def view(self, user_id: UUID) -> UserView:
        async with self.container() as scope:
            use_case: ViewUser = await scope.get(ViewUser)
            return await use_case(user_id)

    async def update(self, user_id: UUID, changes: ProfileChanges, version: int | None = None) -> UserView:
        async with self.container() as scope:
            use_case: UpdateProfile = await scope.get(UpdateProfile)
            return await use_case(user_id, changes, version)

    async def password_hash(self) -> str:
        async with self.container() as scope, await scope.get(UnitOfWork):
            accounts: AccountRepository = await scope.get(AccountRepository)
            account = await accounts.find_by_email(EMAIL)
        assert account is not None
        return account.password_hash

    async def session_of(self, signed_in: SignedIn) -> UUID:
        authenticate: Authenticate = await self.container.get(Authenticate)
        session_id = authenticate(signed_in.access_token).session_id
        assert session_id is not None
        return session_id

    async def knows(self, signed_in: SignedIn) -> bool:
        authenticate: Authenticate = await self.container.get(Authenticate)
        try:
            return authenticate(signed_in.access_token).user_id == signed_in.user.id
        except NotAuthenticated:
            return False


async def test_who_signs_up_is_signed_in_as_a_plain_user(app: App) -> None:
    signed_in = await app.register()
    assert await app.knows(signed_in)
    assert signed_in.user.roles == (Role.USER,)
    assert signed_in.user.email_verified is False
    assert (signed_in.token_type, signed_in.expires_in) == ("bearer", 900)
    assert await app.view(signed_in.user.id) == signed_in.user


async def test_signing_up_tells_that_there_is_a_user_and_nothing_personal(app: App) -> None:
    user = (await app.register()).user
    async with (await app.container.get(Outbox)).claim(10) as claim:
        (told,) = claim.events
    assert told.name == "identity.user-registered.v1"
    assert dict(told.payload) == {"aggregate_id": str(user.id), "aggregate_version": 1}


async def test_one_address_makes_one_account(app: App) -> None:
    await app.register()
    with pytest.raises(EmailTaken):
        await app.register(email=" ADA@Example.org")


async def test_everything_that_is_wrong_is_told_at_once(app: App) -> None:
    with pytest.raises(InvalidInput) as refused:
        await app.register("nobody", "password123", "\x00")
    fields = refused.value.details["fields"]
    assert isinstance(fields, list)
    assert [field["field"] for field in fields] == ["email", "full_name", "password"]


async def test_the_address_may_be_written_in_any_case_to_sign_in(app: App) -> None:
    user = (await app.register()).user
    signed_in = await app.log_in("ADA@EXAMPLE.ORG")
    assert signed_in.user == user
    assert await app.knows(signed_in)


async def test_wrong_address_and_wrong_password_answer_alike(app: App) -> None:
    await app.register()
    with pytest.raises(WrongCredentials) as wrong_password:
        await app.log_in(password="another horse battery")
    with pytest.raises(WrongCredentials) as wrong_email:
        await app.log_in(email="nobody@example.org")
    with pytest.raises(WrongCredentials) as no_email:
        await app.log_in(email="nobody\x00")
    assert wrong_password.value.message == wrong_email.value.message == no_email.value.message


async def test_an_unknown_address_costs_a_hash_too(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    hasher: PasswordHasher = await app.container.get(PasswordHasher)
    verified: list[str | None] = []
    verify = hasher.verify

    async def noting(password_hash: str | None, password: str) -> bool:
        verified.append(password_hash)
        return await verify(password_hash, password)

    monkeypatch.setattr(hasher, "verify", noting)
    with pytest.raises(WrongCredentials):
        await app.log_in("nobody@example.org")
    assert verified == [None]


async def test_refreshing_hands_out_new_tokens_of_the_same_session(app: App, clock: FixedClock) -> None:
    first = await app.register()
    clock.advance(timedelta(minutes=16))
    second = await app.refresh(first.refresh_token)
    assert not await app.knows(first)
    assert await app.knows(second)
    third = await app.refresh(second.refresh_token)
    assert await app.session_of(second) == await app.session_of(third)
    assert len({first.refresh_token, second.refresh_token, third.refresh_token}) == 3


async def test_a_used_refresh_token_ends_the_whole_session_and_no_other(app: App) -> None:
    first = await app.register()
    elsewhere = await app.log_in()
    second = await app.refresh(first.refresh_token)
    with pytest.raises(SessionEnded):
        await app.refresh(first.refresh_token)
    with pytest.raises(SessionEnded):
        await app.refresh(second.refresh_token)
    assert not await app.knows(second)
    assert await app.knows(elsewhere)
    assert await app.refresh(elsewhere.refresh_token)


async def test_an_unknown_refresh_token_is_refused(app: App) -> None:
    for token in ("", "guess", "\x00", "\ud800"):
        with pytest.raises(SessionEnded):
            await app.refresh(token)


async def test_a_day_without_a_refresh_ends_the_session(app: App, clock: FixedClock) -> None:
    signed_in = await app.register()
    clock.advance(timedelta(hours=24))
    with pytest.raises(SessionEnded):
        await app.refresh(signed_in.refresh_token)


async def test_an_access_token_is_dead_at_once_after_signing_out(app: App) -> None:
    signed_in = await app.register()
    elsewhere = await app.log_in()
    assert await app.knows(signed_in)
    session_id = await app.session_of(signed_in)
    await app.log_out(signed_in.user.id, session_id)
    assert not await app.knows(signed_in)
    with pytest.raises(SessionEnded):
        await app.refresh(signed_in.refresh_token)
    await app.log_out(signed_in.user.id, session_id)
    assert await app.knows(elsewhere)


async def test_nobody_can_end_anothers_session(app: App) -> None:
    signed_in = await app.register()
    await app.log_out(new_id(), await app.session_of(signed_in))
    await app.log_out(signed_in.user.id, new_id())
    assert await app.knows(signed_in)


async def test_the_hash_is_renewed_at_the_next_sign_in_when_its_cost_changes(app: App, clock: FixedClock) -> None:
    await app.register()
    before = await app.password_hash()
    await app.log_in()
    assert await app.password_hash() == before

    dearer = in_memory(clock, hashing_at(Argon2Cost(memory_kib=128, passes=1)))
    later = App(dearer)
    await later.register()
    async with later.container() as scope, await scope.get(UnitOfWork) as uow:
        accounts = await scope.get(AccountRepository)
        account = await accounts.find_by_email(EMAIL)
        assert account is not None
        account.password_hash = before
        await accounts.save(account)
        await uow.commit()
    await later.log_in()
    assert "m=128" in await later.password_hash()
    assert await later.log_in()
    await dearer.close()


async def test_an_operator_makes_an_administrator(app: App) -> None:
    user = await app.create(NewUser(email=EMAIL, password=PASSWORD, full_name="Ada", admin=True))
    assert user.roles == (Role.ADMIN, Role.USER)
    signed_in = await app.log_in()
    assert (await app.container.get(Authenticate))(signed_in.access_token).roles == {"admin", "user"}


async def test_the_rules_hold_for_operators_too(app: App) -> None:
    with pytest.raises(InvalidInput):
        await app.create(NewUser(email=EMAIL, password="password123", full_name="Ada"))


async def test_a_profile_is_changed_only_from_the_version_that_was_read(app: App, clock: FixedClock) -> None:
    user = (await app.register()).user
    clock.advance(timedelta(minutes=1))
    changed = await app.update(user.id, ProfileChanges(headline="Countess"), user.version)
    assert (changed.headline, changed.version) == ("Countess", user.version + 1)
    assert changed.updated_at == clock.now()
    assert await app.view(user.id) == changed
    with pytest.raises(PreconditionFailed):
        await app.update(user.id, ProfileChanges(headline="Baroness"), user.version)
    assert (await app.update(user.id, ProfileChanges(headline=None))).headline is None


async def test_users_are_listed_the_newest_first(app: App) -> None:
    users = [(await app.register(f"person{n}@example.org")).user for n in range(3)]
    async with app.container() as scope:
        page = await (await scope.get(ListUsers))(PageRequest(page=1, limit=2))
    assert page.items == (users[2], users[1])
    assert (page.total, page.total_pages) == (3, 2)


async def test_a_user_that_is_not_there_is_not_found(app: App) -> None:
    with pytest.raises(UserNotFound):
        await app.view(new_id())
    with pytest.raises(UserNotFound):
        await app.update(new_id(), ProfileChanges())


async def test_secrets_are_not_shown(app: App) -> None:
    signed_in = await app.register()
    assert signed_in.access_token not in repr(signed_in)
    assert signed_in.refresh_token not in repr(signed_in)
    assert PASSWORD not in repr(Credentials(email=EMAIL, password=PASSWORD))
    assert PASSWORD not in repr(Registration(email=EMAIL, password=PASSWORD, full_name="Ada"))
