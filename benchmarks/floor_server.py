"""The floor of serving: a bare Litestar route over a raw asyncpg pool, doing the very SQL that ours does.

python benchmarks/floor_server.py URL PORT STATEMENTS

``STATEMENTS`` is a pickle of {"page": [(sql, parameters), ...], "one": [...], "one_id": id}, captured from ours.
The server makes the JSON, and this passes it through: no checks, no identity, no objects.
"""

import pickle
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import asyncpg
import msgspec
import uvicorn
import uvloop
from litestar import Litestar, get
from litestar.params import FromPath

Statement = tuple[str, tuple[object, ...]]
_CONNECTIONS = 10


@dataclass(frozen=True)
class _Answer:
    data: msgspec.Raw


def application(url: str, statements: dict[str, list[Statement]], one_id: UUID) -> Litestar:
    pool: asyncpg.Pool

    @asynccontextmanager
    async def connected(_: Litestar) -> AsyncIterator[None]:
        nonlocal pool
        settings = {"timezone": "UTC", "jit": "off"}
        async with asyncpg.create_pool(url, min_size=_CONNECTIONS, max_size=50, server_settings=settings) as pool:
            yield

    async def answer(asked: list[Statement], job_id: UUID | None = None) -> _Answer:
        found = None
        for sql, parameters in asked:
            given = [job_id if parameter == one_id else parameter for parameter in parameters]
            async with pool.acquire() as connection:
                rows = await connection.fetch(sql, *given)
            found = found or (rows[0][0] if rows else None)
        return _Answer(msgspec.Raw(str(found).encode()))

    @get("/api/v1/jobs")
    async def page() -> _Answer:
        return await answer(statements["page"])

    @get("/api/v1/jobs/{job_id:uuid}")
    async def one(job_id: FromPath[UUID]) -> _Answer:
        return await answer(statements["one"], job_id)

    return Litestar([page, one], lifespan=[connected], logging_config=None, openapi_config=None)


def main() -> None:
    url, port, captured = sys.argv[1], int(sys.argv[2]), pickle.loads(Path(sys.argv[3]).read_bytes())
    app = application(url, captured, captured.pop("one_id"))
    config = uvicorn.Config(app, port=port, loop="none", http="httptools", log_config=None, access_log=False)
    uvloop.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
