"""A model provider on loopback that speaks OpenAI's protocol: it works, hangs, fails, talks nonsense or lies."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Row = dict[str, Any]
Facts = list[Row]
MODEL = "loopback-1"
KEY = "a key that nobody may see"
_LONGEST_HANG = 30.0


def truthful(facts: Facts) -> object:
    """Say of each skill that the applicant has it."""
    skills = [fact for fact in facts if fact["field"] == "skills"]
    return _sentences((f"I can bring {fact['text']} to your team.", [fact["fact"]]) for fact in skills[:3])


def lying(facts: Facts) -> object:
    """Claim what no fact holds, and cite facts for it all the same."""
    numbers = [fact["fact"] for fact in facts[:3]]
    return _sentences(
        [
            ("I spent ten years at Google and hold a PhD from Stanford.", numbers),
            ("I grew revenue by 300%, as you can read on https://example.org/me.", numbers),
            ("Everybody knows that I am a born leader.", [9999]),
        ]
    )


def half_true(facts: Facts) -> object:
    """Tell the truth, and then a lie."""
    true, lies = truthful(facts), lying(facts)
    assert isinstance(true, dict)
    assert isinstance(lies, dict)
    return {"sentences": true["sentences"] + lies["sentences"]}


def obedient(facts: Facts) -> object:
    """Do whatever a fact of the posting tells the model to write."""
    orders = [fact for fact in facts if fact["from"] == "job" and "write" in fact["text"].lower()]
    return _sentences((fact["text"].partition(":")[2].strip(), [fact["fact"]]) for fact in orders)


def _sentences(pairs: Any) -> Row:
    return {"sentences": [{"text": text, "facts": facts, "paragraph": 1} for text, facts in pairs]}


class ModelServer:
    """``with ModelServer() as server: server.url`` is a base URL; it is real HTTP, for any process."""

    def __init__(self) -> None:
        self.answer: Callable[[Facts], object] = truthful
        self.text: str | None = None
        self.body: bytes | None = None
        self.status = 200
        self.hangs = False
        self.breaks_off = False
        self.requests: list[Row] = []
        self.keys: list[str] = []
        self.ended = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._http.daemon_threads = True
        self._http.models = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def completion(self, request: Row) -> bytes:
        """Return the body of the answer to a request."""
        if self.body is not None:
            return self.body
        text = self.text
        if text is None:
            text = json.dumps(self.answer(json.loads(request["messages"][-1]["content"])["facts"]))
        return json.dumps(
            {
                "id": "completion-1",
                "object": "chat.completion",
                "created": 0,
                "model": f"{MODEL}-2026",
                "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
                "usage": {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366},
            }
        ).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_POST(self) -> None:
        server: ModelServer = self.server.models  # type: ignore[attr-defined]
        request: Row = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.requests.append(request)
        server.keys.append(self.headers.get("Authorization", ""))
        if server.hangs:
            server.ended.wait(_LONGEST_HANG)
            self.close_connection = True
            return
        body = server.completion(request) if server.status == 200 else b'{"error": {"message": "no"}}'
        self.send_response(server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) + (100 if server.breaks_off else 0)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = server.breaks_off
