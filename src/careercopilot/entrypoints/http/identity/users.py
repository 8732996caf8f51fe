"""Users: oneself, and for administrators everybody."""

from typing import Final
from uuid import UUID

from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, get, patch, put
from litestar.params import FromPath, FromQuery, JSONBody

from careercopilot.entrypoints.http.answers import Data, PageOf, page_of
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.identity.bodies import PatchProfileBody, PutProfileBody, changes_of
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.identity.api.models import UserView
from careercopilot.modules.identity.api.use_cases.accounts import ListUsers, UpdateProfile, ViewUser

_ADMIN: Final = {"role": "admin"}


class UsersController(Controller):
    """Who uses this installation."""

    path = "/users"
    tags = ("users",)

    @get("/me", operation_id="getMe", summary="Read one's own profile")
    async def me(self, request: SignedInRequest, view_user: FromDishka[ViewUser]) -> Response[Data[UserView]]:
        """Return the signed-in user."""
        user = await view_user(request.user.user_id)
        return versioned(request, user, user.version)

    @patch("/me", operation_id="patchMe", summary="Change one's own profile")
    async def patch_me(
        self, request: SignedInRequest, data: JSONBody[PatchProfileBody], update_profile: FromDishka[UpdateProfile]
    ) -> Response[Data[UserView]]:
        """Change the fields given, as a JSON merge patch."""
        user = await update_profile(request.user.user_id, changes_of(data), expected_version(request))
        return versioned(request, user, user.version)

    @put("/me", operation_id="putMe", summary="Replace one's own profile")
    async def put_me(
        self, request: SignedInRequest, data: JSONBody[PutProfileBody], update_profile: FromDishka[UpdateProfile]
    ) -> Response[Data[UserView]]:
        """Replace the whole profile; fields left out are emptied."""
        user = await update_profile(request.user.user_id, changes_of(data), expected_version(request))
        return versioned(request, user, user.version)

    @get("/", operation_id="listUsers", summary="List users", opt=_ADMIN)
    async def list_(
        self, list_users: FromDishka[ListUsers], page: FromQuery[int] = 1, limit: FromQuery[int] = 20
    ) -> PageOf[UserView]:
        """Return all users, the newest first. For administrators."""
        return page_of(await list_users(PageRequest(page, limit)))

    @get("/{user_id:uuid}", operation_id="getUser", summary="Read a user", opt=_ADMIN)
    async def view(
        self, request: SignedInRequest, user_id: FromPath[UUID], view_user: FromDishka[ViewUser]
    ) -> Response[Data[UserView]]:
        """Return a user. For administrators."""
        user = await view_user(user_id)
        return versioned(request, user, user.version)
