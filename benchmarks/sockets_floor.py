"""The floor of sockets: every POST is sent on to all sockets as it is; nothing is stored and nobody is known.

python benchmarks/sockets_floor.py PORT
"""

import sys

import uvicorn
import uvloop
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope

_sockets: set[ASGISendCallable] = set()
_TEXT = '{"id":null,"type":"notification","data":{"title":"Maintenance tonight","body":"From 22:00 to 22:15 UTC."}}'


async def application(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept", "subprotocol": "bearer", "headers": []})
        await send({"type": "websocket.send", "bytes": None, "text": "ready"})
        _sockets.add(send)
        while (await receive())["type"] != "websocket.disconnect":
            pass
        _sockets.discard(send)
    elif scope["type"] == "http":
        if scope["method"] == "POST":
            for each in tuple(_sockets):
                await each({"type": "websocket.send", "bytes": None, "text": _TEXT})
        await send({"type": "http.response.start", "status": 200, "headers": [], "trailers": False})
        await send({"type": "http.response.body", "body": b"{}", "more_body": False})


def main() -> None:
    config = uvicorn.Config(
        application,
        port=int(sys.argv[1]),
        loop="none",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        access_log=False,
    )
    uvloop.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
