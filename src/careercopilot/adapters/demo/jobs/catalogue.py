"""The hand-written pieces, read from the data files beside this module."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from careercopilot.adapters.demo.jobs.picking import one_of
from careercopilot.modules.jobs.api.models import Remote
from careercopilot.modules.jobs.domain.geography.lookup import folded


class Role(msgspec.Struct, frozen=True):
    """A profession: what its people are called, do, need and earn (a year's range in US dollars)."""

    department: str
    titles: list[str]
    pay: tuple[int, int]
    purpose: str
    duties: list[str]
    needs: list[str]
    hourly: bool = False
    on_site: bool = False


class Employer(msgspec.Struct, frozen=True):
    """Somebody who does not exist and is hiring."""

    name: str
    country: str
    places: list[str]
    ways: list[str]
    roles: list[str]
    blurb: str
    perks: list[str]
    language: str = "en"
    remote: list[str] = []
    visa: bool | None = None

    @property
    def slug(self) -> str:
        """Return the name for ids and addresses."""
        return re.sub(r"[^a-z0-9]+", "-", folded(self.name)).strip("-")


class Levels(msgspec.Struct, frozen=True):
    """What is said of a position's seniority."""

    intern: str
    junior: str
    senior: str
    lead: str
    other: list[str]

    def sentence(self, key: str, seniority: str | None) -> str:
        """Return the sentence of a seniority; the unmarked have several."""
        marked = {"intern": self.intern, "junior": self.junior, "senior": self.senior, "lead": self.lead}
        return marked.get(seniority or "") or one_of(f"{key}/level", self.other)


class Wording(msgspec.Struct, frozen=True):
    """The sentences around a posting's own, in one language."""

    duties: str
    needs: str
    perks: str
    onsite: str
    hybrid: str
    remote: str
    visa: str
    no_visa: str
    demo: str
    levels: Levels
    steps: list[str]

    def arrangement(self, way: Remote, city: str) -> str:
        """Return the sentence on where the work is done."""
        return {Remote.ONSITE: self.onsite, Remote.HYBRID: self.hybrid}.get(way, self.remote).format(city=city)

    def sponsorship(self, sponsors: bool | None) -> str:  # noqa: FBT001 - yes, no or not said
        """Return the sentence on visas, or nothing."""
        return "" if sponsors is None else self.visa if sponsors else self.no_visa


class LocalPay(msgspec.Struct, frozen=True):
    """What US pay is elsewhere."""

    currency: str
    factor: float
    period: str


class Catalogue(msgspec.Struct, frozen=True):
    """Everything that the demo feed is made of."""

    employers: list[Employer]
    roles: dict[str, Role]
    wordings: dict[str, Wording]
    pay: dict[str, LocalPay]


class _Employers(msgspec.Struct):
    employers: list[Employer]


@cache
def catalogue() -> Catalogue:
    """Return the pieces; they are read once."""
    folder = files("careercopilot.adapters.demo.jobs").joinpath("data")
    roles: dict[str, Role] = {}
    for file in sorted(folder.joinpath("roles").iterdir(), key=lambda entry: entry.name):
        roles |= msgspec.toml.decode(file.read_bytes(), type=dict[str, Role])
    words = _table(folder.joinpath("wordings.toml"))
    return Catalogue(
        employers=msgspec.toml.decode(folder.joinpath("employers.toml").read_bytes(), type=_Employers).employers,
        roles=roles,
        pay=msgspec.convert(words.pop("pay"), dict[str, LocalPay]),
        wordings=msgspec.convert(words, dict[str, Wording]),
    )


def _table(file: Traversable) -> dict[str, object]:
    return msgspec.toml.decode(file.read_bytes(), type=dict[str, object])
