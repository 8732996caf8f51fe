"""What bodies of several routes are made of."""

from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta

from careercopilot.modules.identity.api.models import SalaryExpectation, SalaryPeriod

Name = Annotated[str, Meta(min_length=1, max_length=300)]
Notes = Annotated[str, Meta(max_length=20_000)]


class SalaryExpectationBody(msgspec.Struct, forbid_unknown_fields=True):
    """What a person hopes to be paid; ``min`` or ``max`` may be left open, not both."""

    currency: Annotated[str, Meta(max_length=10, description="ISO 4217.", examples=["EUR"])]
    min: Annotated[float, Meta(ge=0)] | None = None
    max: Annotated[float, Meta(ge=0)] | None = None
    period: SalaryPeriod = SalaryPeriod.YEAR

    def expectation(self) -> SalaryExpectation:
        """Return it as the use cases take it."""
        return SalaryExpectation(min=self.min, max=self.max, currency=self.currency, period=self.period)


def given(body: msgspec.Struct) -> dict[str, Any]:
    """Return the fields that were sent or have a default: a field that may be left out has UNSET for one."""
    fields = {name: getattr(body, name) for name in body.__struct_fields__}
    return {name: value for name, value in fields.items() if value is not UNSET}
