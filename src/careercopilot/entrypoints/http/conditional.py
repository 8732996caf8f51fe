"""ETag, If-Match and If-None-Match.

The tag of a thing that can be edited is its version, so the tag that GET gave is the one that If-Match wants.
"""

import re
from hashlib import blake2b
from typing import Any, TypeVar

from litestar import Request, Response
from litestar.status_codes import HTTP_200_OK, HTTP_304_NOT_MODIFIED

from careercopilot.entrypoints.http.answers import Data
from careercopilot.kernel.errors import PreconditionFailed

T = TypeVar("T")

_TAG = re.compile(r'(?:W/)?"([^"]*)"')  # a proxy that compresses marks tags as weak; they still name the version
_VERSION = re.compile(r"v(\d{1,9})", re.ASCII)


def version_tag(version: int) -> str:
    """Return the entity tag of a version."""
    return f'"v{version}"'


def content_tag(content: bytes) -> str:
    """Return the entity tag of an answer that has no version."""
    return f'"{blake2b(content, digest_size=12).hexdigest()}"'


def expected_version(request: Request[Any, Any, Any]) -> int | None:
    """Return the version that If-Match demands, None without one. Raises PreconditionFailed for a foreign tag."""
    header = request.headers.get("if-match")
    if header is None or header.strip() == "*":
        return None
    versions = [found for tag in _TAG.findall(header) if (found := _VERSION.fullmatch(tag))]
    if len(versions) != 1:
        raise PreconditionFailed
    return int(versions[0][1])


def versioned(
    request: Request[Any, Any, Any],
    data: T,
    version: int,
    status_code: int = HTTP_200_OK,
    *,
    location: str | None = None,
) -> Response[Data[T]]:
    """Answer one thing with its tag and, if told, where it is found; or 304 when the caller has it already."""
    tag = version_tag(version)
    if request.method == "GET" and has_already(request, tag):
        return not_modified(tag)
    headers = {"ETag": tag} if location is None else {"ETag": tag, "Location": location}
    return Response(Data(data), status_code=status_code, headers=headers)


def has_already(request: Request[Any, Any, Any], tag: str) -> bool:
    """Say whether If-None-Match names the tag (weakly, as the standard compares here)."""
    header = request.headers.get("if-none-match")
    if header is None:
        return False
    return header.strip() == "*" or tag.strip('"') in _TAG.findall(header)


def not_modified(tag: str) -> Response[Any]:
    """Answer that the caller's copy still holds."""
    return Response(None, status_code=HTTP_304_NOT_MODIFIED, headers={"ETag": tag})
