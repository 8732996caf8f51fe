"""Signing up, in and out."""

from typing import Any, Final

from dishka.integrations.litestar import FromDishka
from litestar import Controller, Request, Response, post
from litestar.datastructures import CacheControlHeader
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED, HTTP_204_NO_CONTENT

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.identity.bodies import LogInBody, RefreshBody, RegisterBody
from careercopilot.modules.identity.api.models import Credentials, Registration, SignedIn
from careercopilot.modules.identity.api.use_cases.accounts import RegisterUser
from careercopilot.modules.identity.api.use_cases.sessions import LogIn, LogOut, RefreshSession

_PUBLIC: Final = {"public": True}
_MYSELF = "/api/v1/users/me"


class AuthController(Controller):
    """Sessions and their tokens; no answer with a token in it may be kept by a cache."""

    path = "/auth"
    tags = ("auth",)
    cache_control = CacheControlHeader(no_store=True)

    # Not idempotent by key: the kept answer would hold tokens. A repetition makes nothing anew, it answers 409.
    @post("/register", operation_id="register", summary="Sign up", opt=_PUBLIC, status_code=HTTP_201_CREATED)
    async def register(
        self, request: Request[Any, Any, Any], data: JSONBody[RegisterBody], register_user: FromDishka[RegisterUser]
    ) -> Response[Data[SignedIn]]:
        """Make an account and sign in. A taken e-mail address answers 409."""
        registration = Registration(
            email=data.email, password=data.password, full_name=data.full_name, device=_device(request)
        )
        return Response(Data(await register_user(registration)), headers={"Location": _MYSELF})

    @post("/login", operation_id="logIn", summary="Sign in", opt=_PUBLIC, status_code=HTTP_200_OK)
    async def log_in(
        self, request: Request[Any, Any, Any], data: JSONBody[LogInBody], log_in: FromDishka[LogIn]
    ) -> Data[SignedIn]:
        """Open a session. A wrong address and a wrong password answer alike."""
        return Data(await log_in(Credentials(email=data.email, password=data.password, device=_device(request))))

    @post("/refresh", operation_id="refreshSession", summary="Stay signed in", opt=_PUBLIC, status_code=HTTP_200_OK)
    async def refresh(self, data: JSONBody[RefreshBody], refresh_session: FromDishka[RefreshSession]) -> Data[SignedIn]:
        """Swap the refresh token for new tokens. A token that was used before ends the whole session."""
        return Data(await refresh_session(data.refresh_token))

    @post("/logout", operation_id="logOut", summary="Sign out", status_code=HTTP_204_NO_CONTENT)
    async def log_out(self, request: SignedInRequest, log_out: FromDishka[LogOut]) -> None:
        """End this session; its access token is dead at once."""
        caller = request.user
        if caller.session_id is not None:
            await log_out(caller.user_id, caller.session_id)


def _device(request: Request[Any, Any, Any]) -> str:
    return request.headers.get("user-agent", "")
