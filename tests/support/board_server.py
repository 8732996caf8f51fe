"""The three sources on loopback: fixtures at the real paths, changing and failing on demand."""

import hashlib
import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from tests.support.board_fixtures import SOURCES, Row, boards_of

_BOT_WALL = b"<!doctype html><title>Just a moment...</title><p>Checking your browser</p>"


@dataclass
class Fault:
    """What goes wrong: a status, html, garbage, cut, empty, drop or slow; ``times`` requests long, or for good."""

    kind: str
    status: int = 0
    seconds: float = 0.0
    times: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Request:
    source: str
    board: str
    path: str
    headers: dict[str, str]
    port: int  # of whoever asked


class BoardServer:
    """``with BoardServer() as server: server.url("ashby")`` is a base URL; it is real HTTP, for any process."""

    def __init__(self) -> None:
        self.boards = {(source, board): rows for source in SOURCES for board, rows in boards_of(source).items()}
        self.faults: dict[tuple[str, str], Fault] = {}
        self.requests: list[Request] = []
        self.lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._http.daemon_threads = True
        self._http.boards = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def url(self, source: str) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/{source}"

    def set_jobs(self, source: str, board: str, rows: Sequence[Any]) -> None:
        with self.lock:
            self.boards[source, board] = list(rows)

    def remove(self, source: str, board: str) -> None:
        with self.lock:
            self.boards.pop((source, board), None)

    def fail(self, source: str, board: str, fault: Fault | None) -> None:
        with self.lock:
            if fault is None:
                self.faults.pop((source, board), None)
            else:
                self.faults[source, board] = fault

    def fault_of(self, source: str, board: str) -> Fault | None:
        """The fault that hits this request; one with a number of times is used up."""
        with self.lock:
            fault = self.faults.get((source, board))
            if fault is not None and fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    del self.faults[source, board]
            return fault

    def body(self, source: str, board: str, query: dict[str, str]) -> bytes | None:
        with self.lock:
            rows: list[Row] | None = self.boards.get((source, board))
        if rows is None:
            return None
        if source == "lever":
            skip, limit = int(query.get("skip", 0)), int(query.get("limit", 100))
            return json.dumps(rows[skip : skip + limit]).encode()
        frame = {"apiVersion": "1", "jobs": rows} if source == "ashby" else {"jobs": rows, "meta": {"total": len(rows)}}
        return json.dumps(frame).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_GET(self) -> None:
        server: BoardServer = self.server.boards  # type: ignore[attr-defined]
        url = urlsplit(self.path)
        source, board = _named([unquote(part) for part in url.path.strip("/").split("/")])
        with server.lock:
            server.requests.append(Request(source, board, self.path, dict(self.headers), self.client_address[1]))
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        body = server.body(source, board, query)
        fault = server.fault_of(source, board)
        if fault is not None:
            self._fail(fault, body or b"{}")
        elif body is None:
            self._send(404, b'{"error":"not found"}')
        else:
            self._send(200, body)

    def _fail(self, fault: Fault, body: bytes) -> None:
        empty = b"[]" if body.startswith(b"[") else b'{"jobs":[]}'
        match fault.kind:
            case "status":
                self._send(fault.status, b'{"error":"injected"}', extra=fault.headers)
            case "html":
                self._send(200, _BOT_WALL, "text/html", fault.headers)
            case "garbage":
                self._send(200, b'{"jobs": [ {"id": 1, ')
            case "shape":
                self._send(200, b'{"error": "something else"}')
            case "empty":
                self._send(200, empty)
            case "slow":
                time.sleep(fault.seconds)
                self._send(200, body)
            case "cut":
                self._send(200, body, half=True)
            case _:  # drop
                self.close_connection = True

    def _send(
        self,
        status: int,
        body: bytes,
        kind: str = "application/json",
        extra: tuple[tuple[str, str], ...] = (),
        *,
        half: bool = False,
    ) -> None:
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("ETag", tag), ("Content-Length", str(len(body))), *extra):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if half else body)
        self.close_connection = half


def _named(parts: list[str]) -> tuple[str, str]:
    match parts:
        case ["ashby", "posting-api", "job-board", board]:
            return "ashby", board
        case ["greenhouse", "v1", "boards", board, "jobs"]:
            return "greenhouse", board
        case ["lever", "v0", "postings", board]:
            return "lever", board
        case _:
            return "", "/".join(parts)
