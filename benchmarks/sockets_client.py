"""The other end of all the sockets: opens them, then tells for each round when its message arrived at each.

python benchmarks/sockets_client.py PORT

The first line of standard input is a JSON list of access tokens. A line of standard output says that all are open;
every further one is a round: the monotonic moments of arrival.
"""

import asyncio
import json
import sys
import time
from contextlib import suppress

import uvloop
from websockets.asyncio.client import ClientConnection, connect

_OPENED_AT_ONCE = 50
_PATIENCE = 60.0


async def listen(port: int, tokens: list[str]) -> None:
    gate = asyncio.Semaphore(_OPENED_AT_ONCE)
    sockets = await asyncio.gather(*(_open(port, token, gate) for token in tokens))
    _tell([])
    ended = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    while True:
        rounds = asyncio.ensure_future(asyncio.gather(*(_arrival(socket) for socket in sockets)))
        await asyncio.wait({ended, rounds}, return_when=asyncio.FIRST_COMPLETED)
        if not rounds.done():
            rounds.cancel()
            with suppress(asyncio.CancelledError):
                await rounds
            break
        _tell(rounds.result())
    await asyncio.gather(*(socket.close() for socket in sockets), return_exceptions=True)


async def _open(port: int, token: str, gate: asyncio.Semaphore) -> ClientConnection:
    """Open a socket and wait until it is told to be ready."""
    async with gate:
        socket = await connect(
            f"ws://127.0.0.1:{port}/ws/notifications",
            subprotocols=["bearer", token],  # type: ignore[list-item] # a token is no registered subprotocol
            compression=None,
            proxy=None,
            ping_interval=None,
        )
        await asyncio.wait_for(socket.recv(), _PATIENCE)
        return socket


async def _arrival(socket: ClientConnection) -> float:
    await socket.recv()
    return time.monotonic()


def _tell(moments: list[float]) -> None:
    sys.stdout.write(json.dumps(moments) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    uvloop.run(listen(int(sys.argv[1]), json.loads(sys.stdin.readline())))
