import base64
import json
from datetime import timedelta
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.adapters.jwt.identity import JwtAccessTokens
from careercopilot.adapters.jwt.signing_key import SigningKey
from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import Role
from tests.support.clock import FixedClock

KEY = SigningKey.derived_from("a secret of the tests")
USER, SESSION = new_id(), new_id()


@pytest.fixture
def tokens(clock: FixedClock) -> JwtAccessTokens:
    return JwtAccessTokens(KEY, clock)


@pytest.fixture
def token(tokens: JwtAccessTokens) -> str:
    return tokens.issue(USER, SESSION, {Role.USER, Role.ADMIN}).text


def claims_of(token: str) -> dict[str, Any]:
    return jwt.decode(token, options={"verify_signature": False})


def signed(claims: dict[str, Any], key: SigningKey = KEY, kid: str | None = None) -> str:
    return jwt.encode(claims, key.secret, "HS256", {"kid": kid or key.kid})


def refused(tokens: JwtAccessTokens, token: str) -> bool:
    try:
        tokens.read(token)
    except NotAuthenticated:
        return True
    return False


def test_a_token_speaks_for_its_user_and_session(tokens: JwtAccessTokens, token: str) -> None:
    principal = tokens.read(token)
    assert principal.user_id == USER
    assert principal.session_id == SESSION
    assert principal.roles == {"user", "admin"}
    assert tokens.read(token) is principal


def test_a_token_says_what_it_is(token: str, clock: FixedClock) -> None:
    now = int(clock.now().timestamp())
    claims = claims_of(token)
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "kid": KEY.kid, "typ": "JWT"}
    assert (claims["iat"], claims["nbf"], claims["exp"]) == (now, now, now + 900)
    assert (claims["sub"], claims["sid"], claims["roles"]) == (str(USER), str(SESSION), ["admin", "user"])
    assert set(claims) == {"iss", "aud", "sub", "sid", "roles", "iat", "nbf", "exp", "jti"}


def test_two_tokens_are_never_the_same(tokens: JwtAccessTokens, token: str) -> None:
    assert tokens.issue(USER, SESSION, {Role.USER}).text != token


def test_a_token_expires_after_fifteen_minutes_also_when_it_was_read_before(
    tokens: JwtAccessTokens, token: str, clock: FixedClock
) -> None:
    clock.advance(timedelta(minutes=14, seconds=59))
    tokens.read(token)
    clock.advance(timedelta(seconds=1))
    assert refused(tokens, token)
    assert refused(tokens, token)


def test_another_process_with_the_same_secret_reads_it(token: str, clock: FixedClock) -> None:
    assert JwtAccessTokens(SigningKey.derived_from("a secret of the tests"), clock).read(token).user_id == USER


def test_another_secret_does_not_read_it(token: str, clock: FixedClock) -> None:
    assert refused(JwtAccessTokens(SigningKey.derived_from("another secret"), clock), token)


def test_a_token_without_a_signature_is_refused(tokens: JwtAccessTokens, token: str) -> None:
    unsigned = jwt.encode(claims_of(token), "", algorithm="none", headers={"kid": KEY.kid})
    assert refused(tokens, unsigned)
    assert refused(tokens, token.rpartition(".")[0] + ".")


def test_another_algorithm_is_refused_even_with_the_right_key(tokens: JwtAccessTokens, token: str) -> None:
    longer = KEY.secret * 2
    assert refused(tokens, jwt.encode(claims_of(token), longer, "HS512", {"kid": KEY.kid}))
    assert refused(tokens, jwt.encode(claims_of(token), longer, "HS384", {"kid": KEY.kid}))


@pytest.mark.parametrize("kid", ["another", "", "../../key"])
def test_another_kid_is_refused(tokens: JwtAccessTokens, token: str, kid: str) -> None:
    assert refused(tokens, jwt.encode(claims_of(token), KEY.secret, "HS256", {"kid": kid}))


def test_no_kid_is_refused(tokens: JwtAccessTokens, token: str) -> None:
    assert refused(tokens, jwt.encode(claims_of(token), KEY.secret, "HS256"))


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "somebody else"},
        {"iss": "somebody else"},
        {"sub": "no id"},
        {"sid": "no id"},
        {"sid": None},
        {"roles": "admin"},
        {"roles": [1]},
        {"exp": "soon"},
        {"exp": 0},
        {"nbf": 99_999_999_999},
        {"iat": 99_999_999_999},
    ],
)
def test_odd_claims_are_refused_although_we_signed_them(
    tokens: JwtAccessTokens, token: str, changes: dict[str, object]
) -> None:
    assert refused(tokens, signed({**claims_of(token), **changes}))


@pytest.mark.parametrize("claim", ["iss", "aud", "sub", "sid", "roles", "iat", "nbf", "exp", "jti"])
def test_every_claim_has_to_be_there(tokens: JwtAccessTokens, token: str, claim: str) -> None:
    claims = claims_of(token)
    del claims[claim]
    assert refused(tokens, signed(claims))


def test_a_clock_that_is_a_little_ahead_does_no_harm(tokens: JwtAccessTokens, token: str, clock: FixedClock) -> None:
    now = int(clock.now().timestamp())
    ahead = {**claims_of(token), "iat": now + 30, "nbf": now + 30}
    assert tokens.read(signed(ahead)).user_id == USER
    assert refused(tokens, signed({**ahead, "nbf": now + 31}))


def test_other_claims_under_an_old_signature_are_refused(tokens: JwtAccessTokens, token: str) -> None:
    header, _, signature = token.split(".")
    claims = {**claims_of(token), "sub": str(new_id())}
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    assert refused(tokens, f"{header}.{body}.{signature}")


@pytest.mark.parametrize("garbage", ["", ".", "..", "a.b.c", "Bearer", "x" * 100_000, "é.ü.ß", "\ud800", "\x00" * 20])
def test_garbage_is_refused(tokens: JwtAccessTokens, garbage: str) -> None:
    assert refused(tokens, garbage)


@given(st.data())
def test_a_token_with_any_character_changed_is_refused(data: st.DataObject) -> None:
    tokens = JwtAccessTokens(KEY, FixedClock())
    token = tokens.issue(USER, SESSION, {Role.USER}).text
    place = data.draw(st.integers(0, len(token) - 2))  # the last character has bits that mean nothing
    other = data.draw(st.sampled_from("ABCxyz019-_.").filter(lambda c: c != token[place]))
    assert refused(tokens, token[:place] + other + token[place + 1 :])


def test_secrets_are_not_shown(tokens: JwtAccessTokens) -> None:
    assert repr(KEY.secret) not in repr(KEY)
    issued = tokens.issue(USER, SESSION, {Role.USER})
    assert issued.text not in repr(issued)
