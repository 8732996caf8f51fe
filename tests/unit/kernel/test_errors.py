"""The error tree: codes are the contract's, details are for programs."""

from typing import TypeGuard

import pytest

from careercopilot.kernel import errors
from careercopilot.kernel.errors import CareerCopilotError, InvalidInput
from careercopilot.kernel.ids import new_id

CODES = {
    "InvalidInput": "VALIDATION_ERROR",
    "PayloadTooLarge": "PAYLOAD_TOO_LARGE",
    "UnprocessableDocument": "UNPROCESSABLE_DOCUMENT",
    "NotAuthenticated": "NOT_AUTHENTICATED",
    "PermissionDenied": "PERMISSION_DENIED",
    "NotFound": "RESOURCE_NOT_FOUND",
    "Conflict": "CONFLICT",
    "AlreadyExists": "ALREADY_EXISTS",
    "PreconditionFailed": "PRECONDITION_FAILED",
    "IdempotencyKeyReused": "IDEMPOTENCY_KEY_REUSED",
    "RateLimited": "RATE_LIMITED",
    "Unavailable": "SERVICE_UNAVAILABLE",
}


def _is_error(kind: object) -> TypeGuard[type[CareerCopilotError]]:
    return isinstance(kind, type) and issubclass(kind, Exception)


def test_every_error_has_the_code_of_the_contract() -> None:
    kinds = {name: kind for name, kind in vars(errors).items() if _is_error(kind)}
    assert {name: kind.code for name, kind in kinds.items() if kind is not CareerCopilotError} == CODES


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert errors.__doc__ is not None
    assert all(f"─ {name} " in errors.__doc__ for name in CODES)
    assert issubclass(errors.AlreadyExists, errors.Conflict)


def test_one_field_has_the_short_form_and_several_are_listed() -> None:
    one = InvalidInput.of_fields([("title", "is too long")])
    assert one.details == {"field": "title", "reason": "is too long"}
    two = InvalidInput.of_fields([("title", "is too long"), ("url", "is not one")])
    assert isinstance(two, InvalidInput)
    assert two.details == {
        "fields": [{"field": "title", "reason": "is too long"}, {"field": "url", "reason": "is not one"}]
    }
    assert str(two) == "title: is too long; url: is not one"


def test_details_are_the_errors_own() -> None:
    details: dict[str, object] = {"from": "saved"}
    error = errors.Conflict("no", details)
    details["from"] = "changed"
    assert error.details == {"from": "saved"}


def test_not_found_names_the_thing_and_its_id() -> None:
    identifier = new_id()
    assert errors.NotFound("application", identifier).details == {"resource": "application", "id": str(identifier)}


@pytest.mark.parametrize("error", [errors.RateLimited(7), errors.Unavailable("away", retry_after=7)])
def test_what_passes_says_when_to_come_back(error: errors.RateLimited | errors.Unavailable) -> None:
    assert error.retry_after == 7
