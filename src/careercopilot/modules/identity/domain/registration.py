"""What has to be right before there is an account."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Self

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.identity.domain import password as passwords
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.text import one_line


@dataclass(frozen=True)
class CheckedRegistration:
    """An address, a password and a name that may make an account."""

    email: EmailAddress
    password: str = field(repr=False)
    full_name: str

    @classmethod
    def check(cls, email: str, password: str, full_name: str) -> Self:
        """Check all three; one InvalidInput names every field that does not fit."""
        problems: list[tuple[str, str]] = []
        with _noting(problems):
            address = EmailAddress.parse(email)
        with _noting(problems):
            name = one_line("full_name", full_name)
        with _noting(problems):
            personal = (email.strip(), email.partition("@")[0].strip(), *full_name.split())
            secret = passwords.accepted(password, personal)
        if problems:
            raise InvalidInput.of_fields(problems)
        return cls(address, secret, name)


@contextmanager
def _noting(problems: list[tuple[str, str]]) -> Iterator[None]:
    try:
        yield
    except InvalidInput as error:
        problems.append((str(error.details["field"]), str(error.details["reason"])))
