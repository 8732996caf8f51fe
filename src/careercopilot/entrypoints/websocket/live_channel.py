"""``/ws/notifications``: a person's notifications, as they are made."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from uuid import UUID

import structlog
from dishka import AsyncContainer
from litestar import Litestar, WebSocket, websocket

from careercopilot.entrypoints.websocket import farewell
from careercopilot.entrypoints.websocket.callers import SUBPROTOCOL, caller_of, offers_token
from careercopilot.entrypoints.websocket.channel import Channel, ClientGone, ClientTooSlow
from careercopilot.entrypoints.websocket.doorway import Doorway, Full, Visit
from careercopilot.entrypoints.websocket.farewell import Farewell
from careercopilot.entrypoints.websocket.feed import FeedReader
from careercopilot.entrypoints.websocket.hub import LiveHub, TooManySockets
from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.entrypoints.websocket.listener import Listener
from careercopilot.entrypoints.websocket.teller import Teller
from careercopilot.kernel.errors import NotAuthenticated, Unavailable
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.signals import Signals
from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING

_log = structlog.get_logger("careercopilot.live")
_KNOWN_PARAMETERS = frozenset({"last_event_id", "ticket"})


def live_channel(limits: Limits | None = None) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    """Return the lifespan that the routes need: it hears signals, and closes all sockets at the end."""

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        container: AsyncContainer = app.state.dishka_container
        allowed = limits or Limits()
        hub = LiveHub(allowed)
        hub.start(await container.get(Signals))
        app.state.live_hub = hub
        app.state.live_doorway = Doorway(allowed, await container.get(Metrics))
        app.state.feed_reader = FeedReader(
            container,
            reads_at_once=allowed.reads_at_once,
            together=allowed.read_together,
            batch=allowed.batch,
        )
        try:
            yield
        finally:
            await hub.stop()

    return lifespan


# The callers' proof comes in the handshake or the address, so this route looks after both by itself.
@websocket("/ws/notifications", opt={"public": True, "any_query": True})
async def notifications(socket: WebSocket[Any, Any, Any]) -> None:
    """Tell the caller what is new, until one of the two has enough."""
    hub: LiveHub = socket.app.state.live_hub
    channel = Channel(socket, hub.limits.send_within, hub.limits.close_within)
    # Accepted in any case: browsers do not show a code to somebody who was never let in.
    await socket.accept(subprotocols=SUBPROTOCOL if offers_token(socket) else None)
    doorway: Doorway = socket.app.state.live_doorway
    try:
        visit = doorway.enter()
    except Full:
        doorway.turned_away(farewell.FULL)
        await channel.close(farewell.FULL)
        return
    parting = None
    try:
        parting = await _parting(socket, channel, hub, visit)
        if parting is not None:
            await channel.close(parting)
    finally:
        visit.end(parting)


async def _parting(socket: WebSocket[Any, Any, Any], channel: Channel, hub: LiveHub, visit: Visit) -> Farewell | None:
    """Serve the socket to its end; return what is to be said then, None when nobody is there to hear it."""
    try:
        parting = await _serve(socket, channel, hub, visit)
    except ClientGone:
        return None
    except ClientTooSlow:
        parting = farewell.TOO_SLOW
    except NotAuthenticated:
        parting = farewell.NOT_AUTHENTICATED
    except TooManySockets:
        parting = farewell.TOO_MANY_SOCKETS
    except (Unavailable, TimeoutError):
        parting = farewell.AWAY
    except Exception:  # noqa: BLE001 - whatever went wrong, the client is told to come back, and the log why
        _log.exception("socket.failed")
        parting = farewell.FAILED
    _log.info("socket.closed", code=parting.code, reason=parting.reason)
    return parting


ROUTES = (notifications,)


async def _serve(socket: WebSocket[Any, Any, Any], channel: Channel, hub: LiveHub, visit: Visit) -> Farewell:
    refusal = _refusal(socket)
    if refusal is not None:
        return refusal
    container: AsyncContainer = socket.app.state.dishka_container
    async with asyncio.timeout(hub.limits.recognised_within):
        caller = await caller_of(socket, container, socket.query_params.get("ticket"), hub.limits.ticket_lasts)
    visit.recognised()
    seat = hub.join(caller.user_id)
    teller = Teller(channel, seat, caller, socket.app.state.feed_reader, hub.limits)
    last_event_id = socket.query_params.get("last_event_id")
    try:
        return await _first_of(
            Listener(channel, socket.app.state.live_doorway, hub.limits).run(),
            teller.run(None if last_event_id is None else UUID(last_event_id)),
            seat.sent_off(),
        )
    finally:
        hub.leave(seat)


def _refusal(socket: WebSocket[Any, Any, Any]) -> Farewell | None:
    """Refuse an address that asks for what there is not."""
    unknown = sorted(set(socket.query_params) - _KNOWN_PARAMETERS)
    if unknown:
        return farewell.refused(f"unknown parameter: {unknown[0][:50]}")
    try:
        UUID(socket.query_params.get("last_event_id", str(BEGINNING)))
    except ValueError:
        return farewell.refused("last_event_id is not an id")
    return None


async def _first_of(*talks: Coroutine[Any, Any, Farewell]) -> Farewell:
    """Return, or raise, what comes out of whichever ends first; the others are given up."""
    tasks = [asyncio.ensure_future(talk) for talk in talks]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return next(task for task in tasks if task in done).result()
