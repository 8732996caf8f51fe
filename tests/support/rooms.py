"""Routes that only tests have: each shows one mechanism that all routes share."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, Request, Response, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_201_CREATED

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.kernel.errors import PreconditionFailed

ROOMS = "/api/v1/rooms"


@dataclass
class Behaviour:
    """What the rooms do, and how often they were entered."""

    error: Exception | None = None
    takes: float = 0.0
    calls: int = 0
    version: int = 1


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class RoomBody(msgspec.Struct, forbid_unknown_fields=True):
    number: int
    name: str = ""
    size: Size = Size.SMALL
    floor: Annotated[str, msgspec.Meta(pattern="^[0-9]+$")] = "0"


async def enter(request: Request[Any, Any, Any]) -> int:
    """Do as the test says; return how often somebody entered."""
    behaviour: Behaviour = request.app.state.behaviour
    behaviour.calls += 1
    call = behaviour.calls
    await asyncio.sleep(behaviour.takes)
    if behaviour.error is not None:
        raise behaviour.error
    return call


class RoomsController(Controller):
    path = ROOMS

    @get("/open", opt={"public": True})
    async def open_room(self, request: Request[Any, Any, Any]) -> Data[int]:
        return Data(await enter(request))

    @get("/admin", opt={"role": "admin"})
    async def admin_room(self, request: Request[Any, Any, Any]) -> Data[int]:
        return Data(await enter(request))

    @post("/create", opt={"idempotent": True})
    async def create(self, request: Request[Any, Any, Any], data: JSONBody[RoomBody]) -> Response[Data[dict[str, int]]]:
        made = {"call": await enter(request), "number": data.number}
        return Response(Data(made), status_code=HTTP_201_CREATED, headers={"Location": f"{ROOMS}/{data.number}"})

    @post("/send", opt={"idempotent": True})
    async def send(
        self, request: Request[Any, Any, Any], data: JSONBody[RoomBody], copies: FromQuery[int] = 1
    ) -> Data[dict[str, int]]:
        return Data({"call": await enter(request), "number": data.number * copies})

    @post("/plain", opt={"public": True})
    async def plain(self, request: Request[Any, Any, Any], data: JSONBody[RoomBody]) -> Data[dict[str, object]]:
        return Data({"call": await enter(request), "name": data.name})

    @get("/found", opt={"public": True})
    async def found(
        self, names: FromQuery[list[str] | None] = None, limit: FromQuery[int] = 20
    ) -> Data[dict[str, object]]:
        return Data({"names": names or [], "limit": limit})

    @get("/wanted", opt={"public": True})
    async def wanted(self, name: FromQuery[str]) -> Data[str]:
        return Data(name)

    @get("/named/{name:str}", opt={"public": True})
    async def named(self, name: FromPath[str]) -> Data[str]:
        return Data(name)

    @get("/numbered/{room_id:uuid}", opt={"public": True})
    async def numbered(self, room_id: FromPath[UUID]) -> Data[UUID]:
        return Data(room_id)

    @get("/edited", opt={"public": True})
    async def edited(self, request: Request[Any, Any, Any]) -> Response[Data[int]]:
        version = request.app.state.behaviour.version
        return versioned(request, version, version)

    @patch("/edited", opt={"public": True})
    async def edit(self, request: Request[Any, Any, Any]) -> Response[Data[int]]:
        behaviour: Behaviour = request.app.state.behaviour
        if expected_version(request) not in {None, behaviour.version}:
            raise PreconditionFailed
        behaviour.version += 1
        return versioned(request, behaviour.version, behaviour.version)
