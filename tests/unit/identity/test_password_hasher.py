import asyncio

import pytest

from careercopilot.adapters.argon2.identity import Argon2Cost, Argon2PasswordHasher

CHEAP = Argon2Cost(memory_kib=64, passes=1)


@pytest.fixture
def hasher() -> Argon2PasswordHasher:
    return Argon2PasswordHasher(CHEAP)


async def test_only_the_same_password_matches(hasher: Argon2PasswordHasher) -> None:
    kept = await hasher.hash("correct horse battery staple")
    assert await hasher.verify(kept, "correct horse battery staple")
    assert not await hasher.verify(kept, "correct horse battery stable")
    assert not await hasher.verify(kept, "")


async def test_two_hashes_of_one_password_differ(hasher: Argon2PasswordHasher) -> None:
    assert await hasher.hash("correct horse") != await hasher.hash("correct horse")


async def test_nobodys_password_never_matches(hasher: Argon2PasswordHasher) -> None:
    assert not await hasher.verify(None, "correct horse battery staple")


@pytest.mark.parametrize("password", ["x" * 100_000, "\ud800", "\x00", "pässwört 🦊"])
async def test_odd_passwords_are_just_wrong(hasher: Argon2PasswordHasher, password: str) -> None:
    assert not await hasher.verify(await hasher.hash("correct horse"), password)


async def test_a_broken_hash_matches_nothing(hasher: Argon2PasswordHasher) -> None:
    assert not await hasher.verify("no hash at all", "correct horse")


async def test_a_hash_with_other_parameters_is_outdated(hasher: Argon2PasswordHasher) -> None:
    kept = await hasher.hash("correct horse")
    assert not hasher.is_outdated(kept)
    dearer = Argon2PasswordHasher(Argon2Cost(memory_kib=128, passes=1))
    assert dearer.is_outdated(kept)
    assert await dearer.verify(kept, "correct horse")


async def test_the_default_cost_is_argon2id_as_owasp_recommends() -> None:
    assert (await Argon2PasswordHasher(Argon2Cost()).hash("x")).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def test_many_hashes_at_once_leave_the_loop_free(hasher: Argon2PasswordHasher) -> None:
    hashing = asyncio.gather(*(hasher.hash(str(n)) for n in range(20)))
    ticks = 0
    while not hashing.done():
        await asyncio.sleep(0)
        ticks += 1
    assert ticks > 1
    assert len(await hashing) == 20
