"""Language models that speak OpenAI's protocol."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import msgspec
import openai
import structlog
from openai.types.chat import ChatCompletionMessageParam

from careercopilot.modules.content.api.models import Usage
from careercopilot.modules.content.ports.text_model import (
    Completion,
    ModelError,
    ModelOverloaded,
    ModelPrompt,
    ModelRejected,
    ModelTimeout,
    ModelUnavailable,
    ModelUnreadable,
)

OPENAI_HOST: Final = "api.openai.com"
_MOST_BYTES = 262_144
_SERVER_ERROR = 500
_log = structlog.get_logger(__name__)

# At its debug level the SDK logs whole requests, and these are people's lives.
for _name in ("openai", "httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


@dataclass(frozen=True)
class ModelAccess:
    """Where a model is, how it is called there, and how long it may take in all."""

    provider: str
    url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 20.0


class _Counted(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Answer(msgspec.Struct):
    choices: list[_Choice]
    model: str = ""
    usage: _Counted | None = None


_answers = msgspec.json.Decoder(_Answer)


class OpenAITextModel:
    """One client per provider, without retries of its own: the next provider is the better second try."""

    def __init__(self, access: ModelAccess) -> None:
        self._access = access
        self._client = openai.AsyncOpenAI(
            api_key=access.api_key or "none", base_url=access.url, timeout=access.timeout, max_retries=0
        )
        self._outcome = "ok"
        self._detail = ""

    @property
    def provider(self) -> str:
        return self._access.provider

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.close()

    async def complete(self, prompt: ModelPrompt) -> Completion:
        self._detail = ""
        try:
            async with asyncio.timeout(self._access.timeout):
                return self._completion(await self._ask(prompt))
        except (openai.APITimeoutError, TimeoutError):
            raise ModelTimeout from None
        except openai.APIStatusError as error:
            self._detail = f"HTTP {error.status_code}"
            raise _by_status(error.status_code) from None
        except openai.OpenAIError as error:
            self._detail = type(error.__cause__ or error).__name__
            raise ModelUnavailable from None

    def note(self, outcome: str) -> None:
        if outcome == self._outcome:
            return
        self._outcome = outcome
        told = {"provider": self._access.provider, "model": self._access.model}
        if outcome == "ok":
            _log.info("model.answers_again", **told)
        else:
            _log.warning("model.failing", **told, reason=outcome, detail=self._detail or None)

    async def _ask(self, prompt: ModelPrompt) -> bytes:
        """Return the body of the answer, read piece by piece so that no answer is longer than it may be."""
        messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": prompt.instructions},
            {"role": "user", "content": prompt.material},
        ]
        # OpenAI's own models refuse the older name of this bound; others seldom know the newer one.
        newer = urlsplit(self._access.url).hostname == OPENAI_HOST
        asking = self._client.chat.completions.with_streaming_response.create(
            model=self._access.model,
            messages=messages,
            max_tokens=openai.omit if newer else prompt.max_tokens,
            max_completion_tokens=prompt.max_tokens if newer else openai.omit,
        )
        async with asking as answer:
            try:
                return await self._read(answer.iter_bytes())
            except ModelError:
                raise
            except Exception as error:  # noqa: BLE001 - once an answer has begun, the SDK lets its HTTP library's errors through
                self._detail = type(error).__name__
                raise ModelUnavailable from None

    async def _read(self, pieces: AsyncIterator[bytes]) -> bytes:
        body = bytearray()
        async for piece in pieces:
            body += piece
            if len(body) > _MOST_BYTES:
                self._detail = f"more than {_MOST_BYTES} bytes"
                raise ModelUnreadable
        return bytes(body)

    def _completion(self, body: bytes) -> Completion:
        try:
            answer = _answers.decode(body)
            text = answer.choices[0].message.content
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, IndexError):
            self._detail = "not a chat completion"
            raise ModelUnreadable from None
        counted = answer.usage or _Counted()
        usage = Usage(max(0, counted.prompt_tokens), max(0, counted.completion_tokens))
        return Completion(text, answer.model[:200] or self._access.model, usage)


def _by_status(status: int) -> ModelError:
    if status == openai.RateLimitError.status_code:
        return ModelOverloaded()
    return ModelUnavailable() if status >= _SERVER_ERROR else ModelRejected()
