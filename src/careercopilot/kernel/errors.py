"""The error tree. An entrypoint translates it in one place; nothing below knows a status number.

CareerCopilotError
 ├─ InvalidInput             what was sent does not fit
 ├─ PayloadTooLarge          more was sent than is taken
 ├─ UnprocessableDocument    a file that cannot be read
 ├─ NotAuthenticated         nobody, or not any more
 ├─ PermissionDenied         somebody, but not allowed
 ├─ NotFound                 no such thing, or not the caller's
 ├─ Conflict                 the present state does not allow it
 │   └─ AlreadyExists        there is one already
 ├─ PreconditionFailed       it changed since the caller looked
 ├─ IdempotencyKeyReused     the same key with another request
 ├─ RateLimited              too many, come back later
 └─ Unavailable              a service that is needed is away
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar
from uuid import UUID


class CareerCopilotError(Exception):
    """An expected failure: a stable ``code``, a ``message`` for a person, ``details`` for a program."""

    code: ClassVar[str] = "INTERNAL_ERROR"

    def __init__(self, message: str, details: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.details: dict[str, object] = dict(details or {})


class InvalidInput(CareerCopilotError):
    """What was sent does not fit; names the field and the reason."""

    code: ClassVar[str] = "VALIDATION_ERROR"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}", {"field": field, "reason": reason})

    @classmethod
    def of_fields(cls, fields: Sequence[tuple[str, str]]) -> "InvalidInput":
        """Build one error for several fields; a single one keeps the short form."""
        if len(fields) == 1:
            return cls(*fields[0])
        error = cls.__new__(cls)
        named = [{"field": field, "reason": reason} for field, reason in fields]
        message = "; ".join(f"{field}: {reason}" for field, reason in fields)
        CareerCopilotError.__init__(error, message, {"fields": named})
        return error


class PayloadTooLarge(CareerCopilotError):
    """More was sent than is taken."""

    code: ClassVar[str] = "PAYLOAD_TOO_LARGE"


class UnprocessableDocument(CareerCopilotError):
    """A document that cannot be read."""

    code: ClassVar[str] = "UNPROCESSABLE_DOCUMENT"


class NotAuthenticated(CareerCopilotError):
    """The caller is nobody we know, or not any more."""

    code: ClassVar[str] = "NOT_AUTHENTICATED"

    def __init__(self, message: str = "Sign in to do this.") -> None:
        super().__init__(message)


class PermissionDenied(CareerCopilotError):
    """The caller is known but may not do this."""

    code: ClassVar[str] = "PERMISSION_DENIED"

    def __init__(self, message: str = "You are not allowed to do this.") -> None:
        super().__init__(message)


class NotFound(CareerCopilotError):
    """There is no such thing, or it is somebody else's, which looks the same."""

    code: ClassVar[str] = "RESOURCE_NOT_FOUND"

    def __init__(self, resource: str, identifier: UUID | str) -> None:
        details = {"resource": resource, "id": str(identifier)}
        super().__init__(f"There is no {resource} with this id.", details)


class Conflict(CareerCopilotError):
    """The present state does not allow it."""

    code: ClassVar[str] = "CONFLICT"


class AlreadyExists(Conflict):
    """There is one already."""

    code: ClassVar[str] = "ALREADY_EXISTS"


class PreconditionFailed(CareerCopilotError):
    """It changed since the caller looked at it."""

    code: ClassVar[str] = "PRECONDITION_FAILED"

    def __init__(self, message: str = "This has changed since you read it; read it again.") -> None:
        super().__init__(message)


class IdempotencyKeyReused(CareerCopilotError):
    """The same idempotency key came with another request."""

    code: ClassVar[str] = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self) -> None:
        super().__init__("This Idempotency-Key was used for a different request.")


class RateLimited(CareerCopilotError):
    """Too many; come back after ``retry_after`` seconds."""

    code: ClassVar[str] = "RATE_LIMITED"

    def __init__(self, retry_after: int) -> None:
        super().__init__("Too many requests; try again later.", {"retry_after": retry_after})
        self.retry_after = retry_after


class Unavailable(CareerCopilotError):
    """A service that is needed is away; try again after ``retry_after`` seconds."""

    code: ClassVar[str] = "SERVICE_UNAVAILABLE"

    def __init__(self, message: str, retry_after: int = 5) -> None:
        super().__init__(message)
        self.retry_after = retry_after
