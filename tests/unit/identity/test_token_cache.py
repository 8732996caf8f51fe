from careercopilot.adapters.jwt.token_cache import TokenCache, VerifiedToken
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import Principal

TOKEN = VerifiedToken(Principal(new_id(), new_id(), frozenset()), 0)


def test_the_token_that_was_not_used_for_longest_is_forgotten_first() -> None:
    cache = TokenCache(size=2)
    cache.put(b"one", TOKEN)
    cache.put(b"two", TOKEN)
    cache.get(b"one")
    cache.put(b"three", TOKEN)
    assert cache.get(b"one") is TOKEN
    assert cache.get(b"two") is None
    assert cache.get(b"three") is TOKEN


def test_forgetting_what_is_not_known_does_no_harm() -> None:
    TokenCache().drop(b"one")
