"""Nobody can be signed in without a secret key."""

import pytest

from careercopilot.bootstrap.contexts.identity import SecretKeyMissing
from careercopilot.bootstrap.memory.container import memory_container
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate
from tests.support.containers import settings


@pytest.mark.parametrize("key", [None, "", "   "])
async def test_without_a_secret_key_nobody_can_be_recognised(key: str | None) -> None:
    container = memory_container(settings(secret_key=key))
    with pytest.raises(SecretKeyMissing, match="CAREERCOPILOT_SECRET_KEY"):
        await container.get(Authenticate)
    await container.close()


async def test_an_operator_can_make_accounts_without_one() -> None:
    container = memory_container(settings(secret_key=None))
    async with container() as scope:
        assert await scope.get(CreateUser)
    await container.close()
