"""Pages of lists."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from careercopilot.kernel.errors import InvalidInput

MAX_LIMIT = 100
MAX_DEPTH = 10_000
COUNT_CAP = 10_000

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class PageRequest:
    """Which page: ``page`` from 1, ``limit`` 1 to 100, or the ``cursor`` that a page before gave."""

    page: int = 1
    limit: int = 20
    cursor: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no list can answer."""
        if self.page < 1:
            raise InvalidInput("page", "must be 1 or more")
        if not 1 <= self.limit <= MAX_LIMIT:
            raise InvalidInput("limit", f"must be between 1 and {MAX_LIMIT}")
        if self.page * self.limit > MAX_DEPTH:
            raise InvalidInput(
                "page", f"pages end at {MAX_DEPTH} rows; go on with cursor= where a page gives a next_cursor"
            )

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.page - 1) * self.limit


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list; ``total`` counts up to COUNT_CAP and ``total_relation`` says when it stopped there."""

    items: tuple[T, ...]
    request: PageRequest
    total: int
    total_relation: Literal["eq", "gte"] = "eq"
    next_cursor: str | None = None

    @property
    def total_pages(self) -> int:
        """Pages that ``total`` fills."""
        return -(-self.total // self.request.limit)


def capped(total: int) -> tuple[int, Literal["eq", "gte"]]:
    """Return a count as lists report it: exact up to COUNT_CAP, "at least" beyond."""
    return (total, "eq") if total <= COUNT_CAP else (COUNT_CAP, "gte")
