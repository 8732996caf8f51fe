"""The shapes that every answer has."""

from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from careercopilot.kernel.paging import Page

T = TypeVar("T")


@dataclass(frozen=True)
class Data(Generic[T]):
    """One thing."""

    data: T


@dataclass(frozen=True)
class Pagination:
    """Where in a list this page stands; ``total`` is exact up to 10,000, then ``total_relation`` is "gte"."""

    page: int
    limit: int
    total: int
    total_pages: int
    total_relation: Literal["eq", "gte"]
    next_cursor: str | None


@dataclass(frozen=True)
class PageOf(Generic[T]):
    """A page of a list, with the filters that were applied, normalised."""

    data: tuple[T, ...]
    pagination: Pagination
    filters: dict[str, Any]


def pagination_of(page: Page[T]) -> Pagination:
    """Return a page's place in its list."""
    return Pagination(
        page=page.request.page,
        limit=page.request.limit,
        total=page.total,
        total_pages=page.total_pages,
        total_relation=page.total_relation,
        next_cursor=page.next_cursor,
    )


def applied(**filters: object) -> dict[str, object]:
    """Return the filters that were given, as a list answers them."""
    return {name: value for name, value in filters.items() if value is not None}


def page_of(page: Page[T], filters: dict[str, Any] | None = None) -> PageOf[T]:
    """Return a page as it is answered."""
    return PageOf(page.items, pagination_of(page), filters or {})
